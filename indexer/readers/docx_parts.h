/* docx_parts.h - what is being read of a DOCX.  Private to its reader. */
#ifndef KARTOTEKA_READERS_DOCX_PARTS_H
#define KARTOTEKA_READERS_DOCX_PARTS_H

#include "docx_style.h"
#include "docx_tag.h"
#include "rows.h"

struct docx_note {
	int endnote;
	kt_str id;
	size_t from, count; /* its blocks */
	int used;
};

struct docx_paragraph {
	kt_str style;
	struct look look;
};

struct docx {
	struct package package;
	kt_arena *arena;
	kt_str main; /* name of the main part */
	struct styles styles;
	block_list body, asides, note_blocks;
	block_list *list; /* that text goes to */
	struct docx_paragraph paragraph, box_paragraph;
	/* where the reading is */
	unsigned char open[XML_DEPTH_MAX]; /* tags */
	size_t depth, skip; /* skip: depth of what is passed over; 0: nothing is */
	int boxes; /* text boxes in one another */
	int in_look; /* w:pPr */
	int in_run_look; /* w:rPr */
	int hidden, raised; /* the run is */
	int in_text; /* w:t */
	kt_buf raised_text;
	int placeholder, had_choice;
	uint32_t instructions; /* a bit for each open field, set in its instruction */
	int fields;
	tables tables;
	/* notes */
	int in_note;
	struct docx_note *notes;
	size_t note_count, note_size;
	kt_map *by_id; /* "f12", "e12" to notes */
};

/* The elements of a main part or one of notes; the context is a struct docx. */
extern const xml_handler docx_handler;

/* Another part begins, whose text goes to the list. */
void docx_reset(struct docx *d, block_list *list);
/* The paragraph in the making ends. */
kt_status docx_end_paragraph(struct docx *d, kt_error *err);

#endif
