/* builtin.c - the tables of names that come with the program, taken into it by the assembler: as
 * they are written, and packed. */
#include "builtin.h"

#define BYTES(symbol, file)                                                                        \
	__asm__(".section .rodata\n"                                                               \
		".balign 16\n"                                                                     \
		".global " #symbol "\n.hidden " #symbol "\n" #symbol ":\n"                         \
		".incbin \"" file "\"\n"                                                           \
		".global " #symbol "_end\n.hidden " #symbol "_end\n" #symbol "_end:\n"             \
		".previous\n");                                                                    \
	extern const char symbol[], symbol##_end[]

BYTES(kt_builtin_people, "corpus/authority/people.tsv");
BYTES(kt_builtin_organisations, "corpus/authority/organisations.tsv");
BYTES(kt_builtin_names, KT_NAMES);

#define STR(symbol) ((kt_str) { symbol, (size_t)(symbol##_end - symbol) })

kt_status builtin_authority(kt_authority **out, int open, kt_error *err)
{
	kt_status status;

	if (!open)
		return kt_authority_unpack(out, STR(kt_builtin_names), err);
	status = kt_authority_new(out, err);
	if (!status)
		status = kt_authority_add(*out, "people.tsv", STR(kt_builtin_people), err);
	if (!status)
		status = kt_authority_add(
			*out, "organisations.tsv", STR(kt_builtin_organisations), err);
	return status;
}
