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
ask mentions 'I. N. Smirnov' --limit 6
ask quote 'Stalin having become General Secretary has unlimited power concentrated in his hands'
ask search 'year:1932 strikes' --limit 2
