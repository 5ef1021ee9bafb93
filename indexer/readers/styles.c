/* styles.c - styles by their ids, and what kind of block a paragraph is. */
#include "styles.h"

#include "layout.h"

#include <stdlib.h>
#include <string.h>

enum { BASED_MAX = 12, STYLES_MAX = 10000, BODY_LEVEL = 9 };

kt_status styles_init(struct styles *styles, kt_arena *arena, kt_error *err)
{
	memset(styles, 0, sizeof(*styles));
	styles->arena = arena;
	return kt_map_new(&styles->by_id, err);
}

void styles_release(struct styles *styles)
{
	free(styles->at);
	kt_map_free(styles->by_id);
	memset(styles, 0, sizeof(*styles));
}

void look_clear(struct look *look)
{
	look->level = look->left = look->first = look->numbered = LOOK_UNSET;
}

kt_status styles_add(struct style **out, struct styles *s, kt_str id, kt_error *err)
{
	struct style *style;
	int added;

	*out = NULL;
	if (s->count == STYLES_MAX)
		return KT_OK;
	if (!kt_grow((void **)&s->at, &s->size, s->count, sizeof(*s->at)))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	style = &s->at[s->count];
	memset(style, 0, sizeof(*style));
	look_clear(&style->look);
	style->id = kt_arena_str(s->arena, id);
	if (!style->id.ptr || !kt_map_put(s->by_id, style->id, (uint32_t)s->count, &added))
		return kt_fail(err, KT_ENOMEM, "out of memory");
	s->count++;
	*out = style;
	return KT_OK;
}

/* ---- kinds ---- */

const struct style *styles_find(const struct styles *styles, kt_str id)
{
	const uint32_t *at = id.len && styles->by_id ? kt_map_get(styles->by_id, id) : NULL;

	return at ? &styles->at[*at] : NULL;
}

static void inherit(int *own, int other)
{
	if (*own == LOOK_UNSET)
		*own = other;
}

/* What the style and those that it is based on add to the look.  1: one of their names tells. */
static int add_styles(
	struct look *look, kt_kind *kind, const struct styles *styles, const struct style *style)
{
	int told = 0;

	for (int steps = 0; style && steps < BASED_MAX; steps++) {
		inherit(&look->level, style->look.level);
		inherit(&look->left, style->look.left);
		inherit(&look->first, style->look.first);
		inherit(&look->numbered, style->look.numbered);
		if (!told && style->told)
			*kind = style->kind;
		told |= style->told;
		style = styles_find(styles, style->based);
	}
	return told;
}

kt_kind styles_kind(int *level, const struct styles *styles, kt_str style, const struct look *look)
{
	const struct style *found = styles_find(styles, style);
	struct look all = *look;
	kt_kind kind = KT_KIND_PARAGRAPH;
	int told = found ? add_styles(&all, &kind, styles, found) : layout_style(&kind, style);

	*level = all.level >= 0 && all.level < BODY_LEVEL ? all.level + 1 : 0;
	if (*level)
		return KT_KIND_HEADING;
	if (told && !(kind == KT_KIND_HEADING && all.level == BODY_LEVEL))
		return kind;
	if (all.numbered == 1)
		return KT_KIND_LIST;
	return all.left != LOOK_UNSET &&
			       layout_set_in(all.left, all.first == LOOK_UNSET ? 0 : all.first)
		       ? KT_KIND_BLOCKQUOTE
		       : KT_KIND_PARAGRAPH;
}
