/* Any bytes as a page: blocks that keep the promises of readers.h, or a reason. */
#include "fuzz_markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	fuzz_markup("page.html", bytes, size);
	return 0;
}
