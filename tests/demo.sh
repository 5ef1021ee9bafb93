#!/bin/sh
# The three headline questions, asked of the essays that come with the program.
#   tests/demo.sh KARTOTEKA DB
set -e
ask() {
	printf '\n$ kartoteka'
	for word in "$@"; do
		case $word in
		*[\ \"*]*) printf " '%s'" "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done
	printf '\n\n'
	verb=$1
	shift
	"$program" "$verb" --db "$db" "$@"
}
program=$1 db=$2
ask search 'deported from Leningrad after the murder of Kirov' --limit 3
ask search '"workers and peasants"' --limit 3
ask concordance Ryutin --limit 8
