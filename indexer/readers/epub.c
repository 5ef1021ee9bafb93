/* epub.c - EPUB: the package document, and the texts that it names in their order.
 *
 * EPUB 3.3, sections 4 and 5; EPUB 2.0.1, Open Packaging Format. */
#include "epub.h"

#include "html.h"
#include "package.h"

#include <stdlib.h>
#include <string.h>

enum { ITEMS_MAX = 20000 };

struct item {
	kt_str path; /* in the archive */
	int left_out; /* the table of contents, or read already */
};

struct book {
	struct package package;
	kt_arena *arena;
	kt_str opf; /* path of the package document */
	struct item *items;
	size_t count, size;
	kt_map *by_id; /* to items */
	kt_map *by_path; /* to items */
	uint32_t *spine; /* items in their order */
	size_t spine_count, spine_size;
	kt_map *encrypted; /* paths */
};

/* ---- paths ---- */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add_unescaped(kt_buf *out, kt_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		int high = i + 2 < s.len ? hex_digit(s.ptr[i + 1]) : -1;
		int low = i + 2 < s.len ? hex_digit(s.ptr[i + 2]) : -1;

		if (s.ptr[i] == '%' && high >= 0 && low >= 0) {
			kt_buf_addc(out, (char)(high << 4 | low));
			i += 2;
		} else {
			kt_buf_addc(out, s.ptr[i]);
		}
	}
}

/* The folder that path[0, length) is in, or 0. */
static size_t folder_length(kt_str path)
{
	while (path.len && path.ptr[path.len - 1] != '/')
		path.len--;
	return path.len;
}

/* A reference within the document at `base` to a path of the archive; "" when it leads out of it.
 */
static kt_status resolve(kt_str *out, kt_arena *arena, kt_str base, kt_str href, kt_error *err)
{
	kt_buf path = KT_BUF_INIT;
	size_t hash = kt_str_find(href, KT_STR("#"), 0);
	kt_status status;

	href = kt_str_trim(kt_str_sub(href, 0, hash < href.len ? hash : href.len));
	if (href.len && href.ptr[0] == '/')
		href = kt_str_sub(href, 1, href.len);
	else
		kt_buf_add(&path, kt_str_sub(base, 0, folder_length(base)));
	for (;;) {
		if (kt_str_starts(href, KT_STR("./"))) {
			href = kt_str_sub(href, 2, href.len);
		} else if (kt_str_starts(href, KT_STR("../"))) {
			kt_str up = kt_buf_str(&path);

			up.len -= up.len > 0; /* the slash at its end */
			path.len = folder_length(up);
			href = kt_str_sub(href, 3, href.len);
		} else {
			break;
		}
	}
	add_unescaped(&path, href);
	status = kt_buf_status(&path, err);
	if (status == KT_OK) {
		*out = kt_arena_str(arena, kt_buf_str(&path));
		if (!out->ptr)
			status = kt_fail(err, KT_ENOMEM, "out of memory");
	}
	kt_buf_release(&path);
	return status;
}

/* ---- which entries ---- */

static int wants(kt_str name)
{
	static const char *const unwanted[] = { ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp",
		".css", ".js", ".ttf", ".otf", ".woff", ".woff2", ".mp3", ".mp4", ".m4a", ".m4v",
		".ogg", ".smil", ".ncx", ".pdf", ".bmp", ".tif", ".tiff" };

	for (size_t i = 0; i < sizeof(unwanted) / sizeof(*unwanted); i++) {
		kt_str ending = kt_str_of(unwanted[i]);

		if (name.len >= ending.len &&
			kt_str_equal_nocase(
				kt_str_sub(name, name.len - ending.len, name.len), ending))
			return 0;
	}
	return 1;
}

/* ---- META-INF ---- */

static kt_status see_rootfile(void *context, const xml_element *element, kt_error *err)
{
	struct book *book = context;
	kt_str path = xml_attribute(element, "full-path");

	if (!kt_str_is(element->name, "rootfile") || book->opf.len || !path.len)
		return KT_OK;
	return resolve(&book->opf, book->arena, KT_STR(""), path, err);
}

static kt_status see_encrypted(void *context, const xml_element *element, kt_error *err)
{
	struct book *book = context;
	kt_str uri = xml_attribute(element, "URI"), path;
	int added;
	kt_status status;

	if (!kt_str_is(element->name, "CipherReference") || !uri.len)
		return KT_OK;
	status = resolve(&path, book->arena, KT_STR(""), uri, err);
	if (status == KT_OK && !kt_map_put(book->encrypted, path, 1, &added))
		status = kt_fail(err, KT_ENOMEM, "out of memory");
	return status;
}

/* A part that may be missing. */
static kt_status read_optional(
	struct book *book, kt_str name, const xml_handler *handler, kt_error *err)
{
	kt_status status = package_parse(&book->package, name, handler, book, err);

	return status == KT_ENOTFOUND ? KT_OK : status;
}

/* ---- the package document ---- */

static kt_status add_item(struct book *book, kt_str id, kt_str href, int left_out, kt_error *err)
{
	struct item *item;
	int added;
	kt_status status;

	if (book->count == ITEMS_MAX)
		return KT_OK;
	if (!kt_grow((void **)&book->items, &book->size, book->count, sizeof(*book->items)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	item = &book->items[book->count];
	item->left_out = left_out;
	status = resolve(&item->path, book->arena, book->opf, href, err);
	if (status != KT_OK)
		return status;
	if (!kt_map_put(book->by_id, id.ptr ? id : KT_STR(""), (uint32_t)book->count, &added) ||
		!kt_map_put(book->by_path, item->path, (uint32_t)book->count, &added))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	book->count++;
	return KT_OK;
}

static kt_status add_to_spine(struct book *book, uint32_t item, kt_error *err)
{
	if (book->spine_count == ITEMS_MAX)
		return KT_OK;
	if (!kt_grow((void **)&book->spine, &book->spine_size, book->spine_count,
		    sizeof(*book->spine)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	book->spine[book->spine_count++] = item;
	return KT_OK;
}

/* The guide of EPUB 2 says which text is the table of contents. */
static kt_status see_reference(struct book *book, const xml_element *element, kt_error *err)
{
	kt_str path;
	uint32_t *item;
	kt_status status;

	if (!kt_str_is(xml_attribute(element, "type"), "toc"))
		return KT_OK;
	status = resolve(&path, book->arena, book->opf, xml_attribute(element, "href"), err);
	item = status == KT_OK ? kt_map_get(book->by_path, path) : NULL;
	/* Where the whole book is one text, contents are a place in it. */
	if (item && book->spine_count > 2)
		book->items[*item].left_out = 1;
	return status;
}

static kt_status see_package(void *context, const xml_element *element, kt_error *err)
{
	struct book *book = context;
	kt_str href = xml_attribute(element, "href"), id = xml_attribute(element, "idref");
	uint32_t *item;

	if (kt_str_is(element->name, "item") && href.len)
		return add_item(book, xml_attribute(element, "id"), href,
			xml_has_word(xml_attribute(element, "properties"), "nav"), err);
	if (kt_str_is(element->name, "reference") && href.len)
		return see_reference(book, element, err);
	if (!kt_str_is(element->name, "itemref") || !id.len)
		return KT_OK;
	item = kt_map_get(book->by_id, id);
	return item ? add_to_spine(book, *item, err) : KT_OK;
}

static int is_text_name(kt_str name)
{
	return kt_str_ends(name, KT_STR("html")) || kt_str_ends(name, KT_STR(".htm"));
}

/* A book that does not say what it consists of: all of its texts in the order of the archive. */
static kt_status take_all(struct book *book, kt_error *err)
{
	const struct container *c = &book->package.container;
	kt_status status = KT_OK;

	book->opf = KT_STR("");
	for (size_t i = 0; i < c->count && status == KT_OK; i++) {
		if (!is_text_name(c->at[i].name) || kt_map_get(book->by_path, c->at[i].name))
			continue;
		status = add_item(book, c->at[i].name, c->at[i].name, 0, err);
		if (status == KT_OK && book->count)
			status = add_to_spine(book, (uint32_t)book->count - 1, err);
	}
	if (status == KT_OK && !book->spine_count)
		return kt_fail(err, KT_EINPUT, "no EPUB: there are no texts in the archive");
	file_notice(book->package.file, 0,
		"does not say what it consists of; its texts are read as they are packed");
	return status;
}

static kt_status read_package(struct book *book, kt_source_text *out, kt_error *err)
{
	static const xml_handler root = { see_rootfile, NULL, NULL };
	static const xml_handler encryption = { see_encrypted, NULL, NULL };
	static const xml_handler package = { see_package, NULL, NULL };
	const struct container *c = &book->package.container;
	kt_status status = read_optional(book, KT_STR("META-INF/container.xml"), &root, err);

	if (status == KT_OK)
		status = read_optional(book, KT_STR("META-INF/encryption.xml"), &encryption, err);
	for (size_t i = 0; i < c->count && !book->opf.len; i++)
		if (kt_str_ends(c->at[i].name, KT_STR(".opf")))
			book->opf = c->at[i].name;
	if (status == KT_OK && book->opf.len) {
		status = read_optional(book, book->opf, &package, err);
		if (status == KT_OK)
			status = package_properties(out, &book->package, book->opf, err);
	}
	return status == KT_OK && !book->spine_count ? take_all(book, err) : status;
}

/* ---- texts ---- */

static void pass_notice(void *context, const char *message)
{
	file_notice(context, 0, message);
}

static kt_status read_text(struct book *book, block_list *l, struct item *item, kt_error *err)
{
	const struct file *file = book->package.file;
	kt_str bytes;
	kt_status status;

	if (item->left_out || !wants(item->path))
		return KT_OK;
	item->left_out = 1;
	if (kt_map_get(book->encrypted, item->path))
		return kt_fail(err, KT_EINPUT, "encrypted (%.*s): a book with copy protection",
			KT_STR_ARG(item->path));
	status = package_part(&bytes, &book->package, item->path, err);
	if (status == KT_ENOTFOUND) { /* a book may name what it does not have */
		file_notice(file, 0, err->message);
		return KT_OK;
	}
	if (status == KT_OK)
		status = html_blocks(
			l, NULL, bytes, NULL, pass_notice, (void *)(uintptr_t)file, err);
	return status;
}

static kt_status read_book(
	struct book *book, kt_source_text *out, const struct file *file, kt_error *err)
{
	block_list l;
	kt_status status = package_open(&book->package, book->arena, file, wants, err);

	if (status == KT_OK)
		status = read_package(book, out, err);
	block_list_init(&l, book->arena);
	for (size_t i = 0; i < book->spine_count && status == KT_OK; i++)
		status = read_text(book, &l, &book->items[book->spine[i]], err);
	if (status == KT_OK)
		status = block_list_title(&l, out, err);
	if (status == KT_OK)
		status = block_list_give(&l, out, err);
	block_list_release(&l);
	return status;
}

kt_status epub_read(kt_source_text *out, kt_arena *arena, const struct file *file, kt_error *err)
{
	struct book book = { .arena = arena };
	kt_status status = kt_map_new(&book.by_id, err);

	out->format = "epub";
	if (status == KT_OK)
		status = kt_map_new(&book.by_path, err);
	if (status == KT_OK)
		status = kt_map_new(&book.encrypted, err);
	if (status == KT_OK)
		status = read_book(&book, out, file, err);
	free(book.items);
	free(book.spine);
	kt_map_free(book.by_id);
	kt_map_free(book.by_path);
	kt_map_free(book.encrypted);
	return status;
}
