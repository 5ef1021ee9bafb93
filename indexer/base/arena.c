#include "kartoteka/base.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK ((size_t)64 << 10)

typedef struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) char bytes[];
} block;

struct kt_arena {
	block *top;
};

static block *block_new(size_t size, block *next)
{
	block *b = malloc(sizeof *b + size);

	if (b) {
		b->next = next;
		b->size = size;
		b->used = 0;
	}
	return b;
}

kt_status kt_arena_new(kt_arena **out, kt_error *err)
{
	*out = calloc(1, sizeof **out);
	return *out ? KT_OK : kt_fail(err, KT_ENOMEM, "out of memory");
}

static void release(block *b)
{
	while (b) {
		block *next = b->next;

		free(b);
		b = next;
	}
}

void kt_arena_free(kt_arena *arena)
{
	if (!arena)
		return;
	release(arena->top);
	free(arena);
}

void kt_arena_clear(kt_arena *arena)
{
	block *keep = arena->top;

	if (!keep)
		return;
	release(keep->next);
	keep->next = NULL;
	keep->used = 0;
	if (keep->size > 16 * BLOCK) { /* one large question does not hold its memory for ever */
		free(keep);
		arena->top = NULL;
	}
}

void *kt_arena_alloc(kt_arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	block *b = arena->top;
	void *ptr;

	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + align - 1) / align * align;
	if (!b || b->size - b->used < size) {
		b = block_new(size > BLOCK ? size : BLOCK, arena->top);
		if (!b)
			return NULL;
		arena->top = b;
	}
	ptr = b->bytes + b->used;
	b->used += size;
	return memset(ptr, 0, size);
}

void *kt_arena_array(kt_arena *arena, size_t count, size_t width)
{
	if (width && count > SIZE_MAX / 2 / width)
		return NULL;
	return kt_arena_alloc(arena, count * width);
}

kt_str kt_arena_str(kt_arena *arena, kt_str s)
{
	char *copy = kt_arena_alloc(arena, s.len + 1);

	if (!copy)
		return (kt_str){ NULL, 0 };
	if (s.len)
		memcpy(copy, s.ptr, s.len);
	return (kt_str){ copy, s.len };
}

char *kt_arena_printf(kt_arena *arena, const char *fmt, ...)
{
	va_list args, again;
	char *text = NULL;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n >= 0)
		text = kt_arena_alloc(arena, (size_t)n + 1);
	if (text)
		vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}
