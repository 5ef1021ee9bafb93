/* make_vocabulary: writes the vocabulary of the name tagger to a file, when the program is built. */
#include <stdio.h>

#include "tags/vocabulary.h"

int main(int argc, char **argv)
{
	kt_buf out = KT_BUF_INIT;
	kt_error err;
	int failed;

	if (argc != 2) {
		fputs("usage: make_vocabulary FILE\n", stderr);
		return 2;
	}
	vocabulary_make(&out);
	failed = kt_buf_status(&out, &err) || kt_file_write(argv[1], kt_buf_str(&out), &err);
	if (failed)
		fprintf(stderr, "make_vocabulary: %s\n", err.message);
	kt_buf_release(&out);
	return failed;
}
