/* passage.c - names of what a passage has. */
#include "kartoteka/passage.h"

static const char *const kinds[KT_KINDS] = {
	[KT_KIND_HEADING] = "heading",
	[KT_KIND_PARAGRAPH] = "paragraph",
	[KT_KIND_BLOCKQUOTE] = "blockquote",
	[KT_KIND_ATTRIBUTION] = "attribution",
	[KT_KIND_CAPTION] = "caption",
	[KT_KIND_FOOTNOTE] = "footnote",
	[KT_KIND_BIBLIOGRAPHY] = "bibliography",
	[KT_KIND_LIST] = "list",
	[KT_KIND_VERSE] = "verse",
	[KT_KIND_TABLE] = "table",
	[KT_KIND_NOTE] = "note",
};

static const char *const tiers[KT_TIERS] = {
	[KT_CERTAIN] = "certain",
	[KT_PROBABLE] = "probable",
	[KT_POSSIBLE] = "possible",
};

static const char *const year_types[KT_YEAR_TYPES] = {
	[KT_YEAR_EVENT] = "event",
	[KT_YEAR_PUBLICATION] = "publication",
	[KT_YEAR_LIFE] = "life",
	[KT_YEAR_SOURCE] = "source",
	[KT_YEAR_ERA] = "era",
	[KT_YEAR_NAMED] = "era",
};

static const char *const quotation_kinds[KT_QUOTATION_KINDS] = {
	[KT_QUOTATION_INLINE] = "inline",
	[KT_QUOTATION_BLOCK] = "block",
	[KT_QUOTATION_SCARE] = "scare",
	[KT_QUOTATION_TITLE] = "title",
};

const char *kt_kind_name(kt_kind kind)
{
	return kinds[kind];
}

int kt_kind_find(kt_str name)
{
	for (int i = 0; i < KT_KINDS; i++)
		if (kt_str_is(name, kinds[i]))
			return i;
	return -1;
}

const char *kt_tier_name(kt_tier tier)
{
	return tiers[tier];
}

const char *kt_name_prefix(kt_mention_kind kind)
{
	return kind == KT_MENTION_ORGANISATION ? "organisation" : "person";
}

const char *kt_year_type_name(kt_year_type type)
{
	return year_types[type];
}

const char *kt_quotation_kind_name(kt_quotation_kind kind)
{
	return quotation_kinds[kind];
}
