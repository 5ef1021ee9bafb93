/* builtin.c - the tables of names that come with the program, taken into it by the assembler. */
#include "builtin.h"

#define TABLE(symbol, file)                                                                        \
	__asm__(".section .rodata\n"                                                               \
		".global " #symbol "\n.hidden " #symbol "\n" #symbol ":\n"                         \
		".incbin \"" file "\"\n"                                                           \
		".global " #symbol "_end\n.hidden " #symbol "_end\n" #symbol "_end:\n"             \
		".previous\n");                                                                    \
	extern const char symbol[], symbol##_end[]

TABLE(kt_builtin_people, "corpus/authority/people.tsv");
TABLE(kt_builtin_organisations, "corpus/authority/organisations.tsv");

kt_status builtin_authority(kt_authority *authority, kt_error *err)
{
	kt_str people = { kt_builtin_people, (size_t)(kt_builtin_people_end - kt_builtin_people) };
	kt_str organisations = { kt_builtin_organisations,
		(size_t)(kt_builtin_organisations_end - kt_builtin_organisations) };
	kt_status status = kt_authority_add(authority, "people.tsv", people, err);

	if (!status)
		status = kt_authority_add(authority, "organisations.tsv", organisations, err);
	return status;
}
