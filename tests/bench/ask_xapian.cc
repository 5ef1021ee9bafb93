/* ask_xapian - asks many questions of the yardstick's database in one process, as a plain Xapian
 * program would.
 *
 *   ask_xapian DB RUNS      reads queries, a line each: words, ranked, or a phrase in quotation
 * marks; prints for each: documents, counted exactly, microseconds (median of the runs, texts of
 * the ten best read), the query
 */
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>
#include <xapian.h>

static Xapian::Query query_of(std::string line)
{
	bool phrase = line.find('"') != std::string::npos;
	std::replace(line.begin(), line.end(), '"', ' ');
	std::istringstream in(line);
	std::vector<Xapian::Query> words;
	std::string word;

	while (in >> word)
		words.emplace_back(word);
	return phrase ? Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(),
				(Xapian::termcount)words.size())
		      : Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end());
}

static Xapian::doccount ask(const Xapian::Database &db, const std::string &line)
{
	Xapian::Enquire enquire(db);
	std::size_t read = 0;

	enquire.set_query(query_of(line));
	Xapian::MSet found = enquire.get_mset(0, 10, db.get_doccount());
	for (Xapian::MSetIterator i = found.begin(); i != found.end(); ++i)
		read += i.get_document().get_data().size();
	return read ? found.get_matches_estimated() : 0;
}

int main(int argc, char **argv)
{
	long runs = argc == 3 ? std::strtol(argv[2], nullptr, 10) : 0;
	std::string line;

	if (runs < 1) {
		std::fputs("usage: ask_xapian DB RUNS\n", stderr);
		return 2;
	}
	try {
		Xapian::Database db(argv[1], Xapian::DB_BACKEND_GLASS);

		while (std::getline(std::cin, line)) {
			typedef std::chrono::steady_clock clock;
			std::vector<double> took;
			Xapian::doccount documents = ask(db, line); /* warms the caches */

			for (long i = 0; i < runs; i++) {
				clock::time_point start = clock::now();
				ask(db, line);
				took.push_back(std::chrono::duration<double, std::micro>(
					clock::now() - start)
						       .count());
			}
			std::sort(took.begin(), took.end());
			std::printf(
				"%u\t%.0f\t%s\n", documents, took[took.size() / 2], line.c_str());
		}
	} catch (const Xapian::Error &e) {
		std::cerr << "ask_xapian: " << e.get_description() << '\n';
		return 1;
	}
	return 0;
}
