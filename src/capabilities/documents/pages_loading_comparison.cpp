// SPDX-License-Identifier: Apache-2.0
// Two texts that repeat each other, side by side.
#include "capabilities/documents/pages_rows.hpp"

namespace poa::documents {

using web::Visit;

const Input<ComparisonQuery>& input_of(Of<ComparisonQuery>) {
    static const auto input =
        Input<ComparisonQuery>("documents.comparison")
            .hidden("document", &ComparisonQuery::document, {.label = N_("Document"), .characters_max = 200})
            .id("comparison", &ComparisonQuery::comparison, {.label = N_("Comparison")})
            .number("after", &ComparisonQuery::after,
                    {.label = N_("After"), .required = false, .least = 0, .most = 2 * after_passage_max});
    return input;
}

namespace {

std::string part_of(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    return text.substr(begin, end - begin);
}

std::vector<RunRow> runs_of(const PairRow& pair) {
    std::vector<RunRow> rows;
    for (const DiffRun& run : diff_words(pair.left_text, pair.right_text)) {
        if (run.kind == DiffRun::Kind::right_only)
            rows.push_back({"right", part_of(pair.right_text, run.right_begin, run.right_end)});
        else
            rows.push_back({run.kind == DiffRun::Kind::equal ? "equal" : "left",
                            part_of(pair.left_text, run.left_begin, run.left_end)});
    }
    return rows;
}

std::optional<StoredPassage> passage_at(storage::Session& session, std::optional<PassageKey> key) {
    if (!key) return std::nullopt;
    auto found = read_passages(session, *key, *key, 1);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

PairRow row_of(storage::Session& session, const ComparedPair& pair) {
    PairRow row;
    row.equal = pair.equal;
    if (auto left = passage_at(session, pair.left)) {
        row.left_anchor = left->passage.anchor;
        row.left_text = left->passage.text;
    }
    if (auto right = passage_at(session, pair.right)) {
        row.right_anchor = right->passage.anchor;
        row.right_text = right->passage.text;
    }
    if (!row.equal && pair.left && pair.right) row.runs = runs_of(row);
    return row;
}

/// The document of a version, where the visitor may read it.
std::optional<Document> readable_document(storage::Session& session, const Visit& visit, VersionId id) {
    auto version = find_version(session, id);
    auto document = version ? find_document(session, version->document) : std::nullopt;
    if (!document || !may_read(reader_of(visit), *document)) return std::nullopt;
    return document;
}

void count(const PairRow& row, ComparisonPage& page) {
    if (row.left_anchor.empty())
        ++page.only_right;
    else if (row.right_anchor.empty())
        ++page.only_left;
    else
        ++(row.equal ? page.equal : page.changed);
}

} // namespace

Result<ComparisonPage> load_comparison(storage::Session& session, const Visit& visit,
                                       const ComparisonQuery& query) {
    auto comparison = find_comparison(session, query.comparison);
    if (!comparison) return refuse(Refusal::Kind::not_found, "documents.no_such_comparison");
    auto left = readable_document(session, visit, comparison->left_version);
    auto right = readable_document(session, visit, comparison->right_version);
    bool is_of_this = left && right && (left->slug == query.document || right->slug == query.document);
    if (!is_of_this) return refuse(Refusal::Kind::not_found, "documents.no_such_comparison");
    ComparisonPage page;
    page.document = query.document;
    page.percent = static_cast<std::int64_t>(comparison->shared * 100 + 0.5);
    page.left =
        cited_whole_or_reply(session, comparison->left_version, comparison->left_anchor, &page.left_address);
    page.right = cited_whole_or_reply(session, comparison->right_version, comparison->right_anchor,
                                      &page.right_address);
    auto pairs = pairs_of(session, query.comparison, query.after, rows_a_page * 2);
    for (const ComparedPair& pair : pairs) {
        page.rows.push_back(row_of(session, pair));
        count(page.rows.back(), page);
    }
    if (pairs.size() == static_cast<std::size_t>(rows_a_page * 2)) page.next = query.after + rows_a_page * 2;
    return page;
}

} // namespace poa::documents
