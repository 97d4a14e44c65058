// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries_search.hpp"

#include "base/text.hpp"
#include "capabilities/documents/searching/ranking.hpp"
#include "capabilities/documents/store_search.hpp"

namespace poa::documents {
namespace {

using storage::Dialect;
using storage::Query;
using storage::Row;
using storage::Session;

/// A GIN index gives all matches at once, so above this many the newest passages are read backwards instead.
constexpr std::int64_t gin_matches_max = 20'000;
constexpr int scanned_passages_max = 100'000;
constexpr std::size_t versions_asked_max = 64;
constexpr int facet_years_max = 60;
constexpr int facet_months_max = 24;
constexpr std::size_t suggestions_tried = 5;

#define POA_FOUND_READABLE "d.withdrawn_at IS NULL AND {readable} AND ($2 = 0 OR d.day BETWEEN $3 AND $4)"

constexpr Query candidates_sqlite{
    "documents.search",
    "SELECT s.passage, s.kind, s.tokens FROM search_index i JOIN search_passage s ON s.passage = i.rowid "
    "JOIN document d ON d.id = s.document WHERE search_index MATCH $1 AND " POA_FOUND_READABLE
    " ORDER BY i.rowid DESC LIMIT $5"};
// Materialised, so that the planner does not walk all passages backwards in the hope of an early match.
constexpr Query candidates_postgres{
    "documents.search",
    "WITH found AS MATERIALIZED (SELECT passage, document FROM search_passage "
    "WHERE vector @@ CAST(CAST($1 AS TEXT) AS tsquery)), newest AS (SELECT f.passage FROM found f "
    "JOIN document d ON d.id = f.document WHERE " POA_FOUND_READABLE " ORDER BY f.passage DESC LIMIT $5) "
    "SELECT s.passage, s.kind, s.tokens FROM newest n JOIN search_passage s ON s.passage = n.passage "
    "ORDER BY s.passage DESC"};
constexpr Query newest_candidates_postgres{
    "documents.search_newest",
    "SELECT s.passage, s.kind, s.tokens FROM (SELECT * FROM search_passage ORDER BY passage DESC LIMIT $6) s "
    "JOIN document d ON d.id = s.document WHERE s.vector @@ CAST(CAST($1 AS TEXT) AS tsquery) "
    "AND " POA_FOUND_READABLE " ORDER BY s.passage DESC LIMIT $5"};
// Of few documents each is asked for itself: nothing that matches on other days is looked at.
constexpr Query versions_of_days{
    "documents.versions_of_days",
    "SELECT v.id FROM document d JOIN document_version v ON v.document = d.id AND v.is_current = 1 "
    "WHERE d.withdrawn_at IS NULL AND {readable} AND d.day BETWEEN $1 AND $2 ORDER BY v.id DESC LIMIT $3"};
constexpr Query in_version_sqlite{
    "documents.search_in_version",
    "SELECT s.passage, s.kind, s.tokens FROM search_index i JOIN search_passage s ON s.passage = i.rowid "
    "WHERE search_index MATCH $1 AND i.rowid BETWEEN $2 AND $3 ORDER BY i.rowid DESC LIMIT $4"};
constexpr Query in_versions_postgres{
    "documents.search_in_versions",
    "SELECT passage, kind, tokens FROM search_passage "
    "WHERE version = ANY (CAST(string_to_array(CAST($2 AS TEXT), ' ') AS BIGINT[])) "
    "AND vector @@ CAST(CAST($1 AS TEXT) AS tsquery) ORDER BY passage DESC LIMIT $3"};
constexpr Query hit_by_key{
    "documents.search_hit",
    "SELECT " POA_DOCUMENT_COLUMNS ", v.language, p.anchor, p.label, p.kind, p.text FROM document_passage p "
    "JOIN document_version v ON v.id = $2 JOIN document d ON d.id = v.document WHERE p.key = $1"};
constexpr int document_columns = 18;
constexpr Day earliest{-1'000'000}, latest{10'000'000};

struct Candidate {
    PassageKey key;
    double score = 0;
};

using FacetGroups = std::vector<std::vector<std::string>>;

std::vector<std::string> audience_facets(const Reader& reader) {
    std::vector<std::string> facets;
    for (int a = static_cast<int>(reader.least()); a <= static_cast<int>(Audience::everyone); ++a)
        facets.push_back(facet_token("audience", name_of(static_cast<Audience>(a))));
    for (const std::string& body : reader.bodies()) facets.push_back(facet_token("owner", body));
    return facets;
}

/// Months or years between both ends, so that the index passes over what is of other times; the days
/// themselves are compared with the document's.
std::vector<std::string> date_facets(const SearchRequest& request) {
    std::vector<std::string> facets;
    if (!request.from || !request.to) return facets;
    int first = request.from->year() * 12 + request.from->month() - 1;
    int last = request.to->year() * 12 + request.to->month() - 1;
    if (last < first) return {facet_token("month", "none")};
    if (last - first < facet_months_max)
        for (int month = first; month <= last; ++month)
            facets.push_back(facet_token(
                "month", Day::of(month / 12, month % 12 + 1, 1).value_or(Day{}).iso().substr(0, 7)));
    else if (last / 12 - first / 12 < facet_years_max)
        for (int year = first / 12; year <= last / 12; ++year)
            facets.push_back(facet_token("year", std::to_string(year)));
    return facets;
}

FacetGroups facet_groups(const Reader& reader, const SearchRequest& request) {
    FacetGroups groups = {audience_facets(reader)};
    if (!request.state.empty()) groups.push_back({facet_token("state", request.state)});
    if (request.language) groups.push_back({facet_token("language", code_of(*request.language))});
    if (!request.kind.empty()) groups.push_back({facet_token("kind", request.kind)});
    if (auto dates = date_facets(request); !dates.empty()) groups.push_back(std::move(dates));
    return groups;
}

std::vector<Language> query_languages(const SearchRequest& request) {
    if (request.language) return {*request.language};
    // Words of other scripts are read by their script whatever the language.
    return {Language::english, Language::french, Language::spanish};
}

/// An upper bound of the matches: the rarest group of the query or its facets.
std::int64_t matches_at_most(const SearchQuery& query, const FacetGroups& facets,
                             const std::unordered_map<std::string, std::int64_t>& known) {
    auto count = [&](const std::string& token) {
        auto found = known.find(token);
        return found == known.end() ? std::int64_t{0} : found->second;
    };
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const auto& group : query.all) {
        std::int64_t sum = 0;
        for (const QueryTerm& term : group)
            for (const auto& form : term.forms) {
                std::int64_t rarest = std::numeric_limits<std::int64_t>::max();
                for (const std::string& token : form) rarest = std::min(rarest, count(token));
                sum += rarest;
            }
        least = std::min(least, sum);
    }
    for (const auto& group : facets) {
        std::int64_t sum = 0;
        for (const std::string& token : group) sum += count(token);
        least = std::min(least, sum);
    }
    return least;
}

/// The versions of the days asked for that the reader may see, newest first; nothing where no days were asked
/// for, or those have too many to ask each.
std::optional<std::vector<VersionId>> few_versions(Session& session, const Reader& reader,
                                                   const SearchRequest& request) {
    if (!request.from && !request.to) return std::nullopt;
    auto versions = all_readable(
        session, reader, versions_of_days, [](const Row& row) { return VersionId{row.integer(0)}; },
        request.from.value_or(earliest), request.to.value_or(latest), versions_asked_max + 1);
    if (versions.size() > versions_asked_max) return std::nullopt;
    return versions;
}

void each_match_in(Session& session, const std::vector<VersionId>& versions, const SearchQuery& query,
                   const FacetGroups& facets, int limit, FunctionRef<void(const Row&)> take) {
    if (session.dialect() == Dialect::postgres) {
        std::string listed;
        for (VersionId version : versions)
            listed.append(listed.empty() ? "" : " ").append(std::to_string(version.number));
        session.each(in_versions_postgres, take, ts_query(query, facets), listed, limit);
        return;
    }
    std::string asked = fts5_query(query, facets);
    for (VersionId version : versions) {
        if (limit <= 0) return;
        session.each(
            in_version_sqlite,
            [&](const Row& row) {
                --limit;
                take(row);
            },
            asked, PassageKey::of(version, 0).number,
            PassageKey::of(version, PassageKey::ordinals - 1).number, limit);
    }
}

enum class Looked { at_all, at_the_newest };

/// Matches that the reader may see, newest first, at most `limit`. `at_most` chooses the way on PostgreSQL.
/// Says whether all passages were looked at.
Looked each_match(Session& session, const Reader& reader, const SearchRequest& request,
                  const SearchQuery& query, const FacetGroups& facets, std::int64_t at_most, int limit,
                  FunctionRef<void(const Row&)> take) {
    if (auto versions = few_versions(session, reader, request)) {
        each_match_in(session, *versions, query, facets, limit, take);
        return Looked::at_all;
    }
    bool dated = request.from || request.to;
    Day from = request.from.value_or(earliest), to = request.to.value_or(latest);
    if (session.dialect() == Dialect::sqlite) {
        each_readable(session, reader, candidates_sqlite, take, fts5_query(query, facets), dated, from, to,
                      limit);
    } else if (at_most <= gin_matches_max) {
        each_readable(session, reader, candidates_postgres, take, ts_query(query, facets), dated, from, to,
                      limit);
    } else {
        each_readable(session, reader, newest_candidates_postgres, take, ts_query(query, facets), dated, from,
                      to, limit, scanned_passages_max);
        if (passages_indexed(session) > scanned_passages_max) return Looked::at_the_newest;
    }
    return Looked::at_all;
}

struct Candidates {
    std::vector<Candidate> found;
    Looked looked = Looked::at_all;
};

Candidates find_candidates(Session& session, const Reader& reader, const SearchRequest& request,
                           const SearchQuery& query, const FacetGroups& facets, std::int64_t at_most,
                           const Ranker& ranker) {
    Candidates candidates;
    if (at_most == 0) return candidates;
    candidates.looked = each_match(
        session, reader, request, query, facets, at_most, ranked_matches_max + 1, [&](const Row& row) {
            candidates.found.push_back(
                {{row.integer(0)}, ranker.score(row.text(2), static_cast<PassageKind>(row.integer(1)))});
        });
    return candidates;
}

/// The same query asking for any of its words instead of all.
SearchQuery any_of(const SearchQuery& query) {
    SearchQuery any;
    any.none = query.none;
    any.all.emplace_back();
    for (const auto& group : query.all)
        any.all.front().insert(any.all.front().end(), group.begin(), group.end());
    return any;
}

SearchHit load_hit(Session& session, const Candidate& candidate, const SearchQuery& query) {
    SearchHit hit;
    hit.key = candidate.key;
    hit.score = candidate.score;
    session.each(
        hit_by_key,
        [&](const Row& row) {
            int c = document_columns;
            hit.document = read_document(row);
            hit.language = parse_language_code(row.text(c)).value_or(Language::english);
            hit.anchor = row.string(c + 1);
            hit.label = row.string(c + 2);
            hit.kind = static_cast<PassageKind>(row.integer(c + 3));
            hit.snippet = make_snippet(row.text(c + 4), hit.language, query);
        },
        candidate.key.number, candidate.key.version());
    return hit;
}

/// Whether the reader may see any passage with the term. Asked of the index, not of the counts: those count
/// passages of all audiences, and what a suggestion says must not tell of the others.
bool is_seen(Session& session, const Reader& reader, const QueryTerm& term) {
    SearchQuery query;
    query.all.push_back({term});
    FacetGroups facets = {audience_facets(reader)};
    std::vector<std::string> tokens = Ranker::tokens_of(query);
    tokens.insert(tokens.end(), facets[0].begin(), facets[0].end());
    std::int64_t at_most = matches_at_most(query, facets, passages_with(session, tokens));
    bool seen = false;
    if (at_most > 0)
        each_match(session, reader, {}, query, facets, at_most, 1, [&](const Row&) { seen = true; });
    return seen;
}

std::optional<std::string> nearest_seen(Session& session, const Reader& reader, const SearchRequest& request,
                                        const QueryTerm& term) {
    for (std::string& word : near_words(session, term.word, suggestions_tried)) {
        SearchQuery query = parse_query(word, query_languages(request));
        if (!query.is_empty() && is_seen(session, reader, query.all.front().front())) return std::move(word);
    }
    return std::nullopt;
}

bool put_right(Session& session, const Reader& reader, const SearchRequest& request, const QueryTerm& term,
               std::string& right) {
    if (term.word.empty()) { // words joined by a hyphen stand together like a phrase; each may be misspelt
        if (term.shown.find('-') == std::string::npos) return false;
        bool changed = false;
        for (std::string_view part : split(term.shown, '-'))
            for (const auto& group : parse_query(part, query_languages(request)).all)
                for (const QueryTerm& inner : group)
                    if (!inner.word.empty()) changed |= put_right(session, reader, request, inner, right);
        return changed;
    }
    if (is_seen(session, reader, term)) return false;
    auto near = nearest_seen(session, reader, request, term);
    std::size_t at = right.find(term.shown);
    if (!near || at == std::string::npos) return false;
    right.replace(at, term.shown.size(), *near);
    return true;
}

/// The query with each word that occurs nowhere replaced by the nearest that does; empty where nothing
/// changes.
std::string put_right(Session& session, const Reader& reader, const SearchRequest& request,
                      const SearchQuery& query) {
    std::string right = request.query.substr(0, query_bytes_max);
    bool changed = false;
    for (const auto& group : query.all)
        for (const QueryTerm& term : group) changed |= put_right(session, reader, request, term, right);
    return changed ? right : std::string();
}

} // namespace

SearchAnswer search(Session& session, const Reader& reader, const SearchRequest& request) {
    SearchAnswer answer;
    SearchQuery query = parse_query(request.query, query_languages(request));
    answer.truncated = query.truncated;
    if (query.is_empty()) return answer;
    FacetGroups facets = facet_groups(reader, request);
    std::vector<std::string> tokens = Ranker::tokens_of(query);
    for (const auto& group : facets) tokens.insert(tokens.end(), group.begin(), group.end());
    auto known = passages_with(session, tokens);
    Ranker ranker(query, known, passages_indexed(session));
    std::int64_t at_most = matches_at_most(query, facets, known);
    auto [found, looked] = find_candidates(session, reader, request, query, facets, at_most, ranker);
    if (found.empty() && query.all.size() > 1) {
        SearchQuery any = any_of(query);
        at_most = matches_at_most(any, facets, known);
        Candidates some = find_candidates(session, reader, request, any, facets, at_most, ranker);
        found = std::move(some.found);
        looked = some.looked;
        answer.some_words = !found.empty();
    }
    answer.did_you_mean = put_right(session, reader, request, query);
    answer.at_least = static_cast<int>(found.size()) > ranked_matches_max || looked == Looked::at_the_newest;
    answer.total = std::min(static_cast<int>(found.size()), ranked_matches_max);
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.key > b.key;
    });
    auto begin = static_cast<std::size_t>(std::clamp(request.offset, 0, answer.total));
    auto end = std::min(begin + static_cast<std::size_t>(std::clamp(request.count, 0, search_count_max)),
                        static_cast<std::size_t>(answer.total));
    for (std::size_t i = begin; i < end; ++i) answer.hits.push_back(load_hit(session, found[i], query));
    return answer;
}

} // namespace poa::documents
