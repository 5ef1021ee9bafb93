/* yardstick - a bare program that only feeds Xapian: cuts text at blank lines into documents and at
 * non-letters into words, and gives Xapian the lower-cased words with their positions, and the
 * text.  What kartoteka-index does more must be nearly free beside it.
 *
 *   yardstick DB FILE...
 */
#include <cctype>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <xapian.h>

/* Of what is not ASCII, dashes, quotation marks and the like (U+0080 to U+00BF, U+2000 to U+203F)
 * are no letters. */
static bool is_word(const std::string &text, std::size_t i)
{
	unsigned char c = static_cast<unsigned char>(text[i]);
	unsigned char next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;

	if (c < 0x80)
		return std::isalnum(c);
	return c != 0xC2 && !(c == 0xE2 && next == 0x80);
}

/* Bytes of the character that stands there, when it is not of a word. */
static std::size_t gap(const std::string &text, std::size_t i)
{
	unsigned char c = static_cast<unsigned char>(text[i]);

	return c == 0xE2 ? 3 : c == 0xC2 ? 2 : 1;
}

static void add(Xapian::WritableDatabase &db, const std::string &text)
{
	Xapian::Document document;
	Xapian::termpos position = 0;
	std::string word;

	for (std::size_t i = 0; i <= text.size();) {
		if (i < text.size() && is_word(text, i)) {
			word += static_cast<char>(
				std::tolower(static_cast<unsigned char>(text[i++])));
			continue;
		}
		if (!word.empty() && word.size() <= 200)
			document.add_posting(word, ++position);
		word.clear();
		i += i < text.size() ? gap(text, i) : 1;
	}
	if (!position)
		return;
	document.set_data(text);
	db.add_document(document);
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		std::fputs("usage: yardstick DB FILE...\n", stderr);
		return 2;
	}
	try {
		Xapian::WritableDatabase db(
			argv[1], Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);

		db.begin_transaction();
		for (int i = 2; i < argc; i++) {
			std::ifstream file(argv[i], std::ios::binary);
			std::string text((std::istreambuf_iterator<char>(file)),
				std::istreambuf_iterator<char>());
			std::size_t from = 0, to;

			for (; from < text.size(); from = to + 2) {
				to = text.find("\n\n", from);
				if (to == std::string::npos)
					to = text.size();
				add(db, text.substr(from, to - from));
			}
		}
		db.commit_transaction();
	} catch (const Xapian::Error &e) {
		std::cerr << e.get_description() << '\n';
		return 1;
	}
	return 0;
}
