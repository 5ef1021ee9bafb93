/* cli_options.h - the table of options: what reads the command line and what explains it share. */
#ifndef KARTOTEKA_CLI_OPTIONS_H
#define KARTOTEKA_CLI_OPTIONS_H

#include "cli.h"

typedef struct cli_option {
	unsigned bit;
	const char *name, *value; /* value NULL: takes none */
	const char *about;
	/* Gives 0, or EXIT_WRONG when it has told why. */
	int (*take)(cli *c, const struct cli_option *option, const char *value);
} cli_option;

extern const cli_option cli_options[]; /* one without a name ends them */

#endif
