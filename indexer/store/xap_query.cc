/* xap_query.cc - queries, and running them. */
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <xapian.h>

#include "xap_error.h"
#include "xap_handles.h"

#define DEPTH_MAX 256 /* nested operators; Xapian recurses without a bound of its own */

static const char *const object = "a query";

static kt_status make(xap_query **out, const Xapian::Query &query, unsigned depth)
{
	*out = new xap_query { query, depth };
	return KT_OK;
}

kt_status xap_query_term(xap_query **out, kt_str term, kt_error *err)
{
	*out = nullptr;
	kt_status status = xap_check_term(term, err);
	if (status)
		return status;
	return xap_guard(err, object,
		[&] { return make(out, Xapian::Query(std::string(term.ptr, term.len)), 1); });
}

kt_status xap_query_all(xap_query **out, kt_error *err)
{
	*out = nullptr;
	return xap_guard(err, object, [&] { return make(out, Xapian::Query(std::string()), 1); });
}

kt_status xap_query_none(xap_query **out, kt_error *err)
{
	*out = nullptr;
	return xap_guard(err, object, [&] { return make(out, Xapian::Query(), 1); });
}

typedef std::vector<std::unique_ptr<xap_query>> children_t;
typedef std::vector<Xapian::Query> queries_t;

static Xapian::Query among(Xapian::Query::op op, const queries_t &queries, size_t from = 0)
{
	return Xapian::Query(op, queries.begin() + (ptrdiff_t)from, queries.end());
}

static Xapian::Query joined(xap_op op, const queries_t &queries)
{
	typedef Xapian::Query Q;

	switch (op) {
	case XAP_AND:
		return among(Q::OP_AND, queries);
	case XAP_OR:
		return among(Q::OP_OR, queries);
	case XAP_SYNONYM:
		return among(Q::OP_SYNONYM, queries);
	case XAP_AND_NOT:
		return queries.size() == 1
			       ? queries[0]
			       : Q(Q::OP_AND_NOT, queries[0], among(Q::OP_OR, queries, 1));
	case XAP_FILTER:
		return queries.size() == 1
			       ? queries[0]
			       : Q(Q::OP_FILTER, queries[0], among(Q::OP_AND, queries, 1));
	case XAP_AND_MAYBE:
		return queries.size() == 1
			       ? queries[0]
			       : Q(Q::OP_AND_MAYBE, queries[0], among(Q::OP_OR, queries, 1));
	}
	return Q();
}

static kt_status join(xap_query **out, xap_op op, const children_t &children, kt_error *err)
{
	queries_t queries;
	unsigned depth = 0;

	for (const auto &child : children) {
		if (!child)
			return kt_fail(err, KT_EINVAL, "%s: a child is missing", object);
		if (child->depth > depth)
			depth = child->depth;
		queries.push_back(child->query);
	}
	if (depth >= DEPTH_MAX)
		return kt_fail(err, KT_ELIMIT, "%s: nested deeper than %d", object, DEPTH_MAX);
	if (queries.empty())
		return make(out, Xapian::Query(), 1);
	return make(out, joined(op, queries), depth + 1);
}

kt_status xap_query_join(
	xap_query **out, xap_op op, xap_query **children, size_t count, kt_error *err)
{
	size_t taken = 0;

	*out = nullptr;
	kt_status status = xap_guard(err, object, [&] {
		children_t owned;
		owned.reserve(count);
		for (; taken < count; taken++)
			owned.emplace_back(children[taken]);
		return join(out, op, owned, err);
	});
	for (; taken < count; taken++) /* reserve failed: nothing was taken over yet */
		delete children[taken];
	return status;
}

/* Documents that were worked out beforehand. */
class Documents : public Xapian::PostingSource
{
      public:
	Documents(const std::vector<uint32_t> &which, const std::vector<double> &their_weights)
	    : ids(which), weights(their_weights)
	{
	}

	Xapian::doccount get_termfreq_min() const override
	{
		return (Xapian::doccount)ids.size();
	}

	Xapian::doccount get_termfreq_est() const override
	{
		return (Xapian::doccount)ids.size();
	}

	Xapian::doccount get_termfreq_max() const override
	{
		return (Xapian::doccount)ids.size();
	}

	double get_weight() const override
	{
		return weights.empty() ? 0 : weights[at];
	}

	void next(double) override
	{
		at = started ? at + 1 : 0;
		started = true;
	}

	void skip_to(Xapian::docid id, double) override
	{
		auto from = ids.begin() + (started ? (ptrdiff_t)at : 0);

		at = (size_t)(std::lower_bound(from, ids.end(), id) - ids.begin());
		started = true;
	}

	bool at_end() const override
	{
		return at >= ids.size();
	}

	Xapian::docid get_docid() const override
	{
		return ids[at];
	}

	PostingSource *clone() const override
	{
		return new Documents(ids, weights);
	}

	void init(const Xapian::Database &) override
	{
		double most = 0;

		for (double weight : weights)
			most = std::max(most, weight);
		set_maxweight(most);
		at = 0;
		started = false;
	}

	std::string get_description() const override
	{
		return "Documents";
	}

      private:
	std::vector<uint32_t> ids;
	std::vector<double> weights;
	size_t at = 0;
	bool started = false;
};

kt_status xap_query_documents(
	xap_query **out, const uint32_t *ids, const double *weights, size_t count, kt_error *err)
{
	*out = nullptr;
	return xap_guard(err, object, [&] {
		if (!count)
			return make(out, Xapian::Query(), 1);
		std::vector<uint32_t> which(ids, ids + count);
		std::vector<double> their_weights;

		if (weights)
			their_weights.assign(weights, weights + count);
		Xapian::PostingSource *source = new Documents(which, their_weights);

		return make(out, Xapian::Query(source->release()), 1);
	});
}

kt_status xap_query_scale(xap_query **out, xap_query *child, double factor, kt_error *err)
{
	std::unique_ptr<xap_query> owned(child);

	*out = nullptr;
	if (!owned)
		return kt_fail(err, KT_EINVAL, "%s: a child is missing", object);
	if (!(factor >= 0) || std::isinf(factor))
		return kt_fail(err, KT_EINVAL, "%s: a factor of %g", object, factor);
	if (owned->depth >= DEPTH_MAX)
		return kt_fail(err, KT_ELIMIT, "%s: nested deeper than %d", object, DEPTH_MAX);
	return xap_guard(err, object, [&] {
		return make(out,
			Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, owned->query, factor),
			owned->depth + 1);
	});
}

void xap_query_free(xap_query *query)
{
	delete query;
}

static void set_weights(Xapian::Enquire &enquire, const xap_ranking &ranking)
{
	bool plain = ranking.k1 == 0 && ranking.b == 0;

	enquire.set_weighting_scheme(
		Xapian::BM25Weight(plain ? 1 : ranking.k1, 0, 1, plain ? 0.5 : ranking.b, 0.5));
}

/* Xapian counts all matches when it must look at as many as there are documents; without weights
 * it need not read the documents' lengths.  Where it still gives bounds, all matches are fetched.
 */
static size_t count_exactly(Xapian::Enquire &enquire, Xapian::doccount documents)
{
	enquire.set_weighting_scheme(Xapian::BoolWeight());
	Xapian::MSet found = enquire.get_mset(0, 0, documents);
	if (found.get_matches_lower_bound() == found.get_matches_upper_bound())
		return found.get_matches_lower_bound();
	return enquire.get_mset(0, documents, documents).size();
}

/* Takes note of what matches and lets nothing through, so that no ranked list is kept of it. */
class Noting : public Xapian::MatchDecider
{
      public:
	bool operator()(const Xapian::Document &doc) const override
	{
		if (!kt_grow((void **)&ids, &size, count, sizeof *ids))
			throw std::bad_alloc();
		ids[count++] = doc.get_docid();
		return false;
	}

	~Noting() override
	{
		std::free(ids);
	}

	mutable uint32_t *ids = nullptr;
	mutable size_t size = 0, count = 0;
};

kt_status xap_documents(
	xap_reader *reader, const xap_query *query, uint32_t **out, size_t *count, kt_error *err)
{
	*out = nullptr;
	*count = 0;
	return xap_guard(err, reader->path.c_str(), [&] {
		Xapian::doccount documents = reader->db.get_doccount();
		Xapian::Enquire enquire(reader->db);
		Noting noting;

		if (!query->query.empty() && documents) {
			enquire.set_query(query->query);
			enquire.set_weighting_scheme(Xapian::BoolWeight());
			enquire.get_mset(0, 1, documents, nullptr, &noting);
		}
		if (!noting.ids && !kt_grow((void **)&noting.ids, &noting.size, 0, sizeof **out))
			throw std::bad_alloc();
		*out = noting.ids;
		*count = noting.count;
		noting.ids = nullptr;
		return KT_OK;
	});
}

static kt_status copy_matches(
	const Xapian::MSet &found, xap_match **out, size_t *count, kt_error *err)
{
	size_t i = 0;

	if (found.empty())
		return KT_OK;
	auto *at = (xap_match *)std::calloc(found.size(), sizeof(xap_match));
	if (!at)
		return kt_fail(err, KT_ENOMEM, "%s: no memory for %zu matches", object,
			(size_t)found.size());
	*out = at;
	for (Xapian::MSetIterator match = found.begin(); match != found.end(); ++match, ++i) {
		at[i].id = *match;
		at[i].weight = match.get_weight();
	}
	*count = i;
	return KT_OK;
}

kt_status xap_run(xap_reader *reader, const xap_query *query, const xap_ranking *ranking,
	size_t offset, size_t limit, xap_match **out, size_t *count, size_t *total, kt_error *err)
{
	*out = nullptr;
	*count = *total = 0;
	return xap_guard(err, reader->path.c_str(), [&] {
		Xapian::doccount documents = reader->db.get_doccount();
		if (query->query.empty() || !documents)
			return KT_OK;
		if (offset > documents)
			offset = documents;
		if (limit > documents - offset)
			limit = documents - offset;
		Xapian::Enquire enquire(reader->db);
		enquire.set_query(query->query);
		set_weights(enquire, *ranking);
		/* The heaviest are found without looking at all; how many there are is asked apart.
		 */
		Xapian::MSet found =
			enquire.get_mset((Xapian::doccount)offset, (Xapian::doccount)limit);
		*total = found.size() < limit && (offset == 0 || !found.empty())
				 ? offset + found.size()
				 : count_exactly(enquire, documents);
		return copy_matches(found, out, count, err);
	});
}
