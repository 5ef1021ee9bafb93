/* properties.c - what a document says of itself in Dublin Core (DCMI terms) and OpenDocument's own
 * words beside it. */
#include "blocks.h"
#include "encoding.h"
#include "package.h"

#include <string.h>

enum field { TITLE, AUTHOR, DATE, LANGUAGE, LICENCE, ORIGIN, FIELDS };

/* Of two elements for one field that of the lower rank is taken; authors of one rank are told one
 * after the other. */
static const struct {
	const char *name;
	enum field field;
	int rank;
} elements[] = {
	{ "title", TITLE, 1 },
	{ "initial-creator", AUTHOR, 1 },
	{ "creator", AUTHOR, 2 },
	{ "creation-date", DATE, 1 },
	{ "created", DATE, 1 },
	{ "date", DATE, 2 },
	{ "modified", DATE, 3 },
	{ "language", LANGUAGE, 1 },
	{ "rights", LICENCE, 1 },
	{ "source", ORIGIN, 1 },
	{ "identifier", ORIGIN, 2 },
};

enum { NONE = -1, TEXT_MAX = 4000 };

struct properties {
	kt_arena *arena;
	kt_str values[FIELDS];
	int ranks[FIELDS]; /* 0: not told */
	int row; /* of `elements`, of the open one; NONE */
	size_t depth, at; /* at: of the open one */
	kt_buf text;
};

static int is_known_space(kt_str space)
{
	return !space.len || kt_str_find(space, KT_STR("purl.org/dc"), 0) != SIZE_MAX ||
	       kt_str_find(space, KT_STR("opendocument:xmlns:meta"), 0) != SIZE_MAX;
}

/* Whoever translated or drew is no author; when it was changed last is no date of a book. */
static int rank_of(size_t row, const xml_element *element)
{
	kt_str role = xml_attribute(element, "role"), event = xml_attribute(element, "event");

	if (elements[row].field == AUTHOR && role.len && !kt_str_is(role, "aut"))
		return 9;
	if (elements[row].field == DATE && event.len && kt_str_is(event, "modification"))
		return 4;
	return elements[row].rank;
}

static kt_status on_start(void *context, const xml_element *element, kt_error *err)
{
	struct properties *p = context;

	(void)err;
	p->depth++;
	if (p->row != NONE || !is_known_space(element->space))
		return KT_OK;
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++) {
		int rank;

		if (!kt_str_is(element->name, elements[i].name))
			continue;
		rank = rank_of(i, element);
		if (rank > 4 || (p->ranks[elements[i].field] && p->ranks[elements[i].field] < rank))
			return KT_OK;
		p->row = (int)i;
		p->at = p->depth;
		kt_buf_clear(&p->text);
	}
	return KT_OK;
}

static kt_status on_text(void *context, kt_str text, kt_error *err)
{
	struct properties *p = context;

	(void)err;
	if (p->row != NONE && p->text.len + text.len < TEXT_MAX)
		kt_buf_add(&p->text, text);
	return KT_OK;
}

/* A number that only a catalogue of one's own knows. */
static int is_private_number(kt_str s)
{
	size_t dashes = 0;

	for (size_t i = 0; i < s.len; i++)
		dashes += s.ptr[i] == '-';
	return kt_str_starts(s, KT_STR("urn:uuid:")) || (s.len == 36 && dashes == 4) || s.len < 8 ||
	       kt_str_starts(s, KT_STR("calibre:"));
}

static kt_status take_value(struct properties *p, kt_error *err)
{
	enum field field = elements[p->row].field;
	int rank = elements[p->row].rank;
	kt_str value;
	kt_status status = block_copy(&value, p->arena, kt_buf_str(&p->text), err);

	if (status != KT_OK || !value.len ||
		(rank == 2 && field == ORIGIN && is_private_number(value)))
		return status;
	if (field == DATE) { /* of a time the day; 0101-01-01 is none */
		size_t time = kt_str_find(value, KT_STR("T"), 0);

		value = kt_str_sub(value, 0, time < value.len && time >= 4 ? time : value.len);
		if (kt_str_starts(value, KT_STR("0101-")))
			return KT_OK;
	}
	if (p->ranks[field] == rank && field != AUTHOR)
		return KT_OK;
	if (p->ranks[field] == rank) {
		value = kt_str_of(kt_arena_printf(
			p->arena, "%.*s; %.*s", KT_STR_ARG(p->values[field]), KT_STR_ARG(value)));
		if (!value.len)
			return kt_fail(err, KT_ENOMEM, "out of memory");
	}
	p->values[field] = value;
	p->ranks[field] = rank;
	return KT_OK;
}

static kt_status on_end(void *context, kt_str name, kt_error *err)
{
	struct properties *p = context;
	kt_status status = KT_OK;

	(void)name;
	if (p->row != NONE && p->at == p->depth) {
		status = take_value(p, err);
		p->row = NONE;
	}
	p->depth--;
	return status;
}

static void give(kt_source_text *out, const struct properties *p)
{
	kt_str *const places[FIELDS] = { [TITLE] = &out->title,
		[AUTHOR] = &out->author,
		[DATE] = &out->date,
		[LICENCE] = &out->licence,
		[ORIGIN] = &out->origin };
	char code[16] = "";

	for (int i = 0; i < FIELDS; i++)
		if (places[i] && !places[i]->len && p->values[i].len)
			*places[i] = p->values[i];
	if (p->values[LANGUAGE].len && p->values[LANGUAGE].len < sizeof(code)) {
		memcpy(code, p->values[LANGUAGE].ptr, p->values[LANGUAGE].len);
		out->language = kt_language_of(code);
	}
}

static const xml_handler handler = { on_start, on_end, on_text };

kt_status properties_read(kt_source_text *out, kt_arena *arena, kt_str text, kt_error *err)
{
	struct properties p = { .arena = arena, .row = NONE };
	kt_status status = xml_parse(&handler, &p, text, NULL, err);

	if (status == KT_OK)
		give(out, &p);
	kt_buf_release(&p.text);
	return status;
}

kt_status package_properties(
	kt_source_text *out, const struct package *package, kt_str name, kt_error *err)
{
	struct decoded decoded;
	kt_str bytes;
	kt_error ignored;

	/* A text without its properties is a text still. */
	if (package_part(&bytes, package, name, &ignored) != KT_OK ||
		encoding_decode(&decoded, package->arena, bytes, &ignored) != KT_OK)
		return KT_OK;
	return properties_read(out, package->arena, decoded.text, err);
}
