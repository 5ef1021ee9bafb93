/* Any bytes as XML (TEI, FictionBook, another): blocks that keep the promises of readers.h, or a
 * reason. */
#include "fuzz_markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	fuzz_markup("text.xml", bytes, size);
	return 0;
}
