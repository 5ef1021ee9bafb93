#include "pack.h"

#include <assert.h>
#include <string.h>

typedef struct pack_head {
	uint64_t count, width;
} pack_head;

void pack_array(kt_buf *out, const void *array, size_t count, size_t width)
{
	pack_head head = { count, width };

	kt_buf_add(out, (kt_str) { (const char *)&head, sizeof head });
	if (count)
		kt_buf_add(out, (kt_str) { array, count * width });
	while (out->len % PACK_ALIGN)
		kt_buf_addc(out, '\0');
}

const void *pack_take(packed *from, size_t width, size_t *count)
{
	const char *at = from->bytes.ptr + from->at;
	pack_head head;

	assert(from->bytes.len - from->at >= sizeof head);
	memcpy(&head, at, sizeof head);
	assert(head.width == width &&
		head.count * width <= from->bytes.len - from->at - sizeof head);
	*count = (size_t)head.count;
	from->at += sizeof head + (*count * width + PACK_ALIGN - 1) / PACK_ALIGN * PACK_ALIGN;
	return at + sizeof head;
}
