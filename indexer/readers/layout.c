/* layout.c - what the formats of word processors have in common. */
#include "layout.h"

#include "piece.h"

#include <stdlib.h>
#include <string.h>

enum { SET_IN = 280, QUOTES_MANY = 5, HEADINGS_MANY = 2, NAME_MAX_BYTES = 80 };

/* Names of styles, folded, without the number at their end. */
static const struct {
	const char *name;
	kt_kind kind;
} styles[] = {
	{ "heading", KT_KIND_HEADING },
	{ "title", KT_KIND_HEADING },
	{ "subtitle", KT_KIND_HEADING },
	{ "toc heading", KT_KIND_HEADING },
	{ "chapter title", KT_KIND_HEADING },
	{ "заголовок", KT_KIND_HEADING },
	{ "название", KT_KIND_HEADING },
	{ "подзаголовок", KT_KIND_HEADING },
	{ "заголовок оглавления", KT_KIND_HEADING },
	{ "überschrift", KT_KIND_HEADING },
	{ "titel", KT_KIND_HEADING },
	{ "untertitel", KT_KIND_HEADING },
	{ "titre", KT_KIND_HEADING },
	{ "sous-titre", KT_KIND_HEADING },
	{ "título", KT_KIND_HEADING },
	{ "subtítulo", KT_KIND_HEADING },
	{ "titolo", KT_KIND_HEADING },
	{ "sottotitolo", KT_KIND_HEADING },
	{ "kop", KT_KIND_HEADING },
	{ "ondertitel", KT_KIND_HEADING },
	{ "nagłówek", KT_KIND_HEADING },
	{ "tytuł", KT_KIND_HEADING },
	{ "nadpis", KT_KIND_HEADING },
	{ "rubrik", KT_KIND_HEADING },
	{ "overskrift", KT_KIND_HEADING },
	{ "otsikko", KT_KIND_HEADING },
	{ "címsor", KT_KIND_HEADING },
	{ "quote", KT_KIND_BLOCKQUOTE },
	{ "intense quote", KT_KIND_BLOCKQUOTE },
	{ "block text", KT_KIND_BLOCKQUOTE },
	{ "block quote", KT_KIND_BLOCKQUOTE },
	{ "blockquote", KT_KIND_BLOCKQUOTE },
	{ "block quotation", KT_KIND_BLOCKQUOTE },
	{ "quotation", KT_KIND_BLOCKQUOTE },
	{ "quotations", KT_KIND_BLOCKQUOTE },
	{ "long quote", KT_KIND_BLOCKQUOTE },
	{ "extract", KT_KIND_BLOCKQUOTE },
	{ "epigraph", KT_KIND_BLOCKQUOTE },
	{ "цитата", KT_KIND_BLOCKQUOTE },
	{ "выделенная цитата", KT_KIND_BLOCKQUOTE },
	{ "эпиграф", KT_KIND_BLOCKQUOTE },
	{ "zitat", KT_KIND_BLOCKQUOTE },
	{ "intensives zitat", KT_KIND_BLOCKQUOTE },
	{ "blocktext", KT_KIND_BLOCKQUOTE },
	{ "citation", KT_KIND_BLOCKQUOTE },
	{ "citation intense", KT_KIND_BLOCKQUOTE },
	{ "cita", KT_KIND_BLOCKQUOTE },
	{ "cita destacada", KT_KIND_BLOCKQUOTE },
	{ "citazione", KT_KIND_BLOCKQUOTE },
	{ "citaat", KT_KIND_BLOCKQUOTE },
	{ "cytat", KT_KIND_BLOCKQUOTE },
	{ "citat", KT_KIND_BLOCKQUOTE },
	{ "caption", KT_KIND_CAPTION },
	{ "image caption", KT_KIND_CAPTION },
	{ "table caption", KT_KIND_CAPTION },
	{ "illustration", KT_KIND_CAPTION },
	{ "drawing", KT_KIND_CAPTION },
	{ "figure", KT_KIND_CAPTION },
	{ "название объекта", KT_KIND_CAPTION },
	{ "подпись к рисунку", KT_KIND_CAPTION },
	{ "подрисуночная подпись", KT_KIND_CAPTION },
	{ "beschriftung", KT_KIND_CAPTION },
	{ "légende", KT_KIND_CAPTION },
	{ "didascalia", KT_KIND_CAPTION },
	{ "leyenda", KT_KIND_CAPTION },
	{ "bijschrift", KT_KIND_CAPTION },
	{ "bibliography", KT_KIND_BIBLIOGRAPHY },
	{ "references", KT_KIND_BIBLIOGRAPHY },
	{ "works cited", KT_KIND_BIBLIOGRAPHY },
	{ "список литературы", KT_KIND_BIBLIOGRAPHY },
	{ "библиография", KT_KIND_BIBLIOGRAPHY },
	{ "literaturverzeichnis", KT_KIND_BIBLIOGRAPHY },
	{ "bibliographie", KT_KIND_BIBLIOGRAPHY },
	{ "bibliografía", KT_KIND_BIBLIOGRAPHY },
	{ "bibliografia", KT_KIND_BIBLIOGRAPHY },
	{ "footnote", KT_KIND_FOOTNOTE },
	{ "footnote text", KT_KIND_FOOTNOTE },
	{ "endnote", KT_KIND_FOOTNOTE },
	{ "endnote text", KT_KIND_FOOTNOTE },
	{ "текст сноски", KT_KIND_FOOTNOTE },
	{ "текст концевой сноски", KT_KIND_FOOTNOTE },
	{ "fußnotentext", KT_KIND_FOOTNOTE },
	{ "endnotentext", KT_KIND_FOOTNOTE },
	{ "note de bas de page", KT_KIND_FOOTNOTE },
	{ "toc", KT_KIND_LIST },
	{ "contents", KT_KIND_LIST },
	{ "оглавление", KT_KIND_LIST },
	{ "list bullet", KT_KIND_LIST },
	{ "list number", KT_KIND_LIST },
	{ "маркированный список", KT_KIND_LIST },
	{ "нумерованный список", KT_KIND_LIST },
	{ "aufzählungszeichen", KT_KIND_LIST },
	{ "listennummer", KT_KIND_LIST },
	{ "liste à puces", KT_KIND_LIST },
	{ "liste à numéros", KT_KIND_LIST },
	{ "verse", KT_KIND_VERSE },
	{ "poem", KT_KIND_VERSE },
	{ "poetry", KT_KIND_VERSE },
	{ "стихи", KT_KIND_VERSE },
	{ "стихотворение", KT_KIND_VERSE },
	{ "gedicht", KT_KIND_VERSE },
	{ "attribution", KT_KIND_ATTRIBUTION },
	{ "quote attribution", KT_KIND_ATTRIBUTION },
};

/* Without the number at its end, and other names that it goes by. */
static kt_str bare_name(kt_str name)
{
	size_t comma = kt_str_find(name, KT_STR(","), 0);

	name = kt_str_trim(kt_str_sub(name, 0, comma < name.len ? comma : name.len));
	while (name.len && name.ptr[name.len - 1] >= '0' && name.ptr[name.len - 1] <= '9')
		name.len--;
	return kt_str_trim(name);
}

int layout_style(kt_kind *kind, kt_str name)
{
	kt_buf folded = KT_BUF_INIT;
	int found = 0;

	if (!name.len)
		return 0;
	name = bare_name(name);
	if (!name.len || name.len > NAME_MAX_BYTES)
		return 0;
	kt_fold(&folded, name);
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles) && !found; i++) {
		found = kt_str_is(kt_buf_str(&folded), styles[i].name);
		if (found)
			*kind = styles[i].kind;
	}
	kt_buf_release(&folded);
	return found;
}

int layout_set_in(int left, int first)
{
	return left >= SET_IN && (first >= 0 || left >= SET_IN - first);
}

kt_status layout_append(block_list *l, const kt_block *at, size_t count, kt_error *err)
{
	for (size_t i = 0; i < count; i++) {
		if (!kt_grow((void **)&l->at, &l->size, l->count, sizeof(*l->at)))
			return kt_fail(err, KT_ENOMEM, "out of memory");
		l->at[l->count++] = at[i];
	}
	return KT_OK;
}

/* ---- a second look ---- */

/* Where most of a text is set in, that says nothing. */
static void judge_set_in(kt_source_text *out)
{
	size_t quoted = 0, quotes = 0, other = 0;

	for (size_t i = 0; i < out->block_count; i++) {
		quotes += out->blocks[i].kind == KT_KIND_BLOCKQUOTE;
		if (out->blocks[i].kind == KT_KIND_BLOCKQUOTE)
			quoted += out->blocks[i].text.len;
		else if (out->blocks[i].kind == KT_KIND_PARAGRAPH)
			other += out->blocks[i].text.len;
	}
	if (quotes < QUOTES_MANY || quoted <= other)
		return;
	for (size_t i = 0; i < out->block_count; i++)
		if (out->blocks[i].kind == KT_KIND_BLOCKQUOTE)
			out->blocks[i].kind = KT_KIND_PARAGRAPH;
}

/* The blocks as one text with a blank line between them, and a piece for each. */
static kt_status lay_out(
	struct reading *reading, kt_buf *text, const kt_source_text *out, kt_error *err)
{
	kt_status status = KT_OK;
	size_t at = 0;
	size_t headings = 0;

	for (size_t i = 0; i < out->block_count; i++) {
		kt_buf_add(text, out->blocks[i].text);
		kt_buf_add(text, KT_STR("\n\n"));
	}
	status = kt_buf_status(text, err);
	reading->text = kt_buf_str(text);
	for (size_t i = 0; i < out->block_count && status == KT_OK; i++) {
		const kt_block *block = &out->blocks[i];
		struct piece *piece = piece_add(
			&reading->pieces, reading->text, at, at + block->text.len, &status);

		at += block->text.len + 2;
		if (!piece)
			continue;
		piece->kind = block->kind;
		piece->given = block->kind != KT_KIND_PARAGRAPH;
		piece->blank_before = i > 0;
		headings += block->kind == KT_KIND_HEADING;
	}
	reading->marked_headings = headings >= HEADINGS_MANY;
	return status;
}

static kt_status take_kinds(
	kt_source_text *out, kt_arena *arena, const struct reading *reading, kt_error *err)
{
	size_t old = 0, at = 0, count = reading->pieces.count;
	kt_block *blocks = kt_arena_array(arena, count, sizeof(*blocks));

	if (!blocks && count)
		return kt_fail(err, KT_ENOMEM, "out of memory");
	for (size_t i = 0; i < count; i++) {
		const struct piece *piece = &reading->pieces.at[i];
		kt_str text = piece_str(reading->text, piece);

		while (at + out->blocks[old].text.len < piece->from)
			at += out->blocks[old++].text.len + 2;
		blocks[i] = out->blocks[old];
		blocks[i].kind = piece->kind;
		if (text.len != blocks[i].text.len) /* several that belong together */
			blocks[i].text = kt_arena_str(arena, text);
		if (!blocks[i].text.ptr)
			return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	out->blocks = blocks;
	out->block_count = count;
	return KT_OK;
}

static kt_status classify_blocks(kt_source_text *out, kt_arena *arena, kt_error *err)
{
	struct reading reading = { .ending = '\n' };
	kt_buf text = KT_BUF_INIT;
	kt_status status;

	judge_set_in(out);
	status = lay_out(&reading, &text, out, err);
	if (status == KT_OK) {
		classify(&reading);
		status = take_kinds(out, arena, &reading, err);
	}
	free(reading.pieces.at);
	kt_buf_release(&text);
	return status;
}

kt_status layout_give(block_list *l, kt_source_text *out, kt_error *err)
{
	kt_status status = block_list_give(l, out, err);

	if (status == KT_OK)
		status = classify_blocks(out, l->arena, err);
	for (size_t i = 0; i < out->block_count && status == KT_OK && !out->title.len; i++)
		if (out->blocks[i].kind == KT_KIND_HEADING)
			status = block_copy(&out->title, l->arena, out->blocks[i].text, err);
	return status;
}
