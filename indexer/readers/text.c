/* text.c - plain text and Markdown: from the bytes of a file to blocks that are slices of it. */
#include "formats.h"
#include "piece.h"

#include <stdlib.h>
#include <string.h>

static kt_status make_blocks(kt_source_text *out, kt_arena *arena, const struct reading *reading,
	int64_t offset, kt_error *err)
{
	const struct pieces *pieces = &reading->pieces;

	out->blocks = kt_arena_array(arena, pieces->count, sizeof(*out->blocks));
	if (!out->blocks && pieces->count)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < pieces->count; i++) {
		kt_block *block = &out->blocks[i];

		block->kind = pieces->at[i].kind;
		block->text = piece_str(reading->text, &pieces->at[i]);
		block->offset = offset < 0 ? -1 : offset + (int64_t)pieces->at[i].from;
	}
	out->block_count = pieces->count;
	return KT_OK;
}

/* A heading in one line, without emphasis. */
static kt_status set_title(
	kt_source_text *out, kt_arena *arena, kt_str heading, int markdown, kt_error *err)
{
	kt_buf title = KT_BUF_INIT;
	size_t at = 0, length;
	kt_status status;

	while (at < heading.len) {
		char sign = heading.ptr[at];

		length = space_at(heading, at, heading.len);
		if (length) {
			if (title.len && title.ptr[title.len - 1] != ' ')
				kt_buf_addc(&title, ' ');
		} else if (!(markdown ? sign == '*' || sign == '`' : sign == '_')) {
			kt_buf_addc(&title, sign);
		}
		at += length ? length : 1;
	}
	status = kt_buf_status(&title, err);
	if (status == KT_OK) {
		out->title = kt_arena_str(arena, kt_str_trim(kt_buf_str(&title)));
		if (!out->title.ptr)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	kt_buf_release(&title);
	return status;
}

static kt_status find_title(
	kt_source_text *out, kt_arena *arena, const struct reading *reading, kt_error *err)
{
	for (size_t i = 0; i < reading->pieces.count && !out->title.len; i++) {
		const struct piece *p = &reading->pieces.at[i];

		if (p->kind == KT_KIND_HEADING && (!reading->markdown || p->level == 1))
			return set_title(
				out, arena, piece_str(reading->text, p), reading->markdown, err);
	}
	return KT_OK;
}

static kt_status text_read(
	kt_source_text *out, kt_arena *arena, const struct file *file, int markdown, kt_error *err)
{
	struct reading reading;
	int64_t offset;
	size_t front = 0;
	kt_status status;

	memset(&reading, 0, sizeof(reading));
	status = file_decode(&reading.text, out, arena, file, &offset, err);
	if (status != KT_OK)
		return status;
	out->format = markdown ? "markdown" : "text";
	reading.ending = line_ending(reading.text);
	reading.markdown = markdown;
	status = frontmatter_read(&front, out, arena, reading.text, err);
	if (status == KT_OK)
		status = markdown ? markdown_read(&reading, front, err)
				  : plain_read(&reading, front, err);
	if (status == KT_OK) {
		classify(&reading);
		status = make_blocks(out, arena, &reading, offset, err);
	}
	if (status == KT_OK)
		status = find_title(out, arena, &reading, err);
	free(reading.pieces.at);
	return status;
}

kt_status plain_text_read(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	return text_read(out, arena, file, 0, err);
}

kt_status markdown_text_read(
	kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	return text_read(out, arena, file, 1, err);
}
