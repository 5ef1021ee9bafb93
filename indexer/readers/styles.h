/* styles.h - the styles of a document of a word processor, and the kinds of paragraphs that they
 * tell.  Private to the readers. */
#ifndef KARTOTEKA_READERS_STYLES_H
#define KARTOTEKA_READERS_STYLES_H

#include "blocks.h"

enum { LOOK_UNSET = -100000 };

/* What properties of a paragraph say, by itself or in a style. */
struct look {
	int level; /* of the outline, from 0; 9: body; LOOK_UNSET */
	int left, first; /* twips; LOOK_UNSET */
	int numbered; /* 1, 0: not; LOOK_UNSET */
};

struct style {
	kt_str id, based; /* based: the other's id; empty: none */
	int told; /* whether its name tells a kind */
	kt_kind kind;
	struct look look;
	int raised; /* of letters: above the line */
};

struct styles {
	kt_arena *arena; /* borrowed */
	struct style *at;
	size_t count, size;
	kt_map *by_id;
};

kt_status styles_init(struct styles *styles, kt_arena *arena, kt_error *err);
void styles_release(struct styles *styles);
/* A new style, valid until the next; NULL in *out where there are too many. */
kt_status styles_add(struct style **out, struct styles *styles, kt_str id, kt_error *err);
const struct style *styles_find(const struct styles *styles, kt_str id); /* NULL: none */

void look_clear(struct look *look);

/* The kind of a paragraph of this style with this look of its own; *level: of a heading, from 1, or
 * 0. */
kt_kind styles_kind(int *level, const struct styles *styles, kt_str style, const struct look *look);

#endif
