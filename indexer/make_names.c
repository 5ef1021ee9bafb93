/* make_names: writes the tables of names that come with the program to a file, packed, when the
 * program is built. */
#include <stdio.h>

#include "kartoteka/tags.h"

static kt_status add_table(kt_authority *authority, const char *file, kt_error *err)
{
	kt_buf table;
	kt_status status = kt_file_read(&table, file, err);

	if (!status)
		status = kt_authority_add(authority, file, kt_buf_str(&table), err);
	kt_buf_release(&table);
	return status;
}

int main(int argc, char **argv)
{
	kt_authority *authority = NULL;
	kt_buf out = KT_BUF_INIT;
	kt_error err;
	kt_status status;

	if (argc < 3) {
		fputs("usage: make_names FILE TABLE...\n", stderr);
		return 2;
	}
	status = kt_authority_new(&authority, &err);
	for (int i = 2; !status && i < argc; i++)
		status = add_table(authority, argv[i], &err);
	if (!status)
		status = kt_authority_pack(&out, authority, &err);
	if (!status)
		status = kt_file_write(argv[1], kt_buf_str(&out), &err);
	if (status)
		fprintf(stderr, "make_names: %s\n", err.message);
	kt_authority_free(authority);
	kt_buf_release(&out);
	return status != KT_OK;
}
