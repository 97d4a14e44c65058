// SPDX-License-Identifier: Apache-2.0
// Passages: rows of document_passage and document_citation.
#include "capabilities/documents/passages_digest.hpp"
#include "capabilities/documents/store.hpp"
#include "capabilities/documents/store_rows.hpp"

#include <charconv>

namespace poa::documents {
namespace {

using storage::Parameter;
using storage::Query;
using storage::Row;
using storage::Session;

constexpr std::int64_t no_page = -1;
constexpr RowsQuery add_passages{
    "documents.add_passages",
    "INSERT INTO document_passage (key, kind, level, anchor, label, number, reply, section, text, marks, "
    "page, lines, joined)",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULLIF($11, -1), $12, $13", 13};
constexpr RowsQuery add_citations{"documents.add_citations",
                                  "INSERT INTO document_citation (passage, symbol, version)", "$1, $2, $3", 3,
                                  "ON CONFLICT (passage, symbol) DO NOTHING"};
#define POA_PASSAGE_COLUMNS                                                                                  \
    "key, kind, level, anchor, label, number, reply, section, text, marks, page, lines, joined"
constexpr Query passage_range{"documents.passage_range",
                              "SELECT " POA_PASSAGE_COLUMNS
                              " FROM document_passage WHERE key BETWEEN $1 AND $2 ORDER BY key LIMIT $3"};
constexpr Query passage_by_anchor{"documents.passage_by_anchor",
                                  "SELECT " POA_PASSAGE_COLUMNS
                                  " FROM document_passage WHERE anchor = $1 AND key BETWEEN $2 AND $3"};
constexpr Query outline{"documents.outline",
                        "SELECT " POA_PASSAGE_COLUMNS
                        " FROM document_passage WHERE kind = $1 AND key BETWEEN $2 AND $3 ORDER BY key"};

std::string write_lines(const std::vector<LineRange>& lines) {
    std::string out;
    for (const LineRange& range : lines) {
        if (!out.empty()) out += ' ';
        out += std::to_string(range.first) + "-" + std::to_string(range.last);
    }
    return out;
}

std::vector<std::uint32_t> read_numbers(std::string_view text) {
    std::vector<std::uint32_t> numbers;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        std::uint32_t number = 0;
        auto [end, error] = std::from_chars(at, text.data() + text.size(), number);
        if (error == std::errc()) numbers.push_back(number);
        at = end + 1;
    }
    return numbers;
}

std::vector<LineRange> read_lines(std::string_view text) {
    std::vector<LineRange> lines;
    std::vector<std::uint32_t> numbers = read_numbers(text);
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) lines.push_back({numbers[i], numbers[i + 1]});
    return lines;
}

std::string write_numbers(const std::vector<std::uint32_t>& numbers) {
    std::string out;
    for (std::uint32_t number : numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
    return out;
}

StoredPassage read_passage(const Row& row) {
    StoredPassage stored;
    stored.key = {row.integer(0)};
    Passage& passage = stored.passage;
    passage.kind = static_cast<PassageKind>(row.integer(1));
    passage.level = static_cast<int>(row.integer(2));
    passage.anchor = row.string(3);
    passage.label = row.string(4);
    passage.number = row.string(5);
    passage.reply = row.string(6);
    passage.section = row.string(7);
    passage.text = row.string(8);
    passage.marks = read_marks(row.text(9));
    if (!row.is_null(10)) passage.page = static_cast<int>(row.integer(10));
    passage.lines = read_lines(row.text(11));
    passage.joined = read_numbers(row.text(12));
    return stored;
}

PassageKey first_of(VersionId version) {
    return PassageKey::of(version, 0);
}
PassageKey last_of(VersionId version) {
    return PassageKey::of(version, PassageKey::ordinals - 1);
}

/// A passage in the form of its row; what is not text in it is written here.
struct WrittenPassage {
    PassageColumns columns;
    std::string marks, lines, joined;
};

std::vector<WrittenPassage> written(const std::vector<Passage>& passages) {
    std::vector<WrittenPassage> rows(passages.size());
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const Passage& passage = passages[i];
        WrittenPassage& row = rows[i];
        row.marks = write_marks(passage.marks);
        row.lines = write_lines(passage.lines);
        row.joined = write_numbers(passage.joined);
        row.columns = {static_cast<std::int64_t>(i),
                       static_cast<std::int64_t>(passage.kind),
                       passage.level,
                       passage.anchor,
                       passage.label,
                       passage.number,
                       passage.reply,
                       passage.section,
                       passage.text,
                       row.marks,
                       passage.page,
                       row.lines,
                       row.joined};
    }
    return rows;
}

struct Citation {
    PassageKey passage;
    std::string_view symbol;
};

void insert_citations(Session& session, VersionId version, const std::vector<Passage>& passages) {
    std::vector<Citation> citations;
    for (std::size_t i = 0; i < passages.size(); ++i)
        for (const Mark& mark : passages[i].marks)
            if (mark.kind == Mark::Kind::symbol)
                citations.push_back({PassageKey::of(version, i), mark.target});
    insert_rows(session, add_citations, citations, [&](const Citation& row, std::vector<Parameter>& into) {
        into.insert(into.end(), {row.passage.number, row.symbol, version});
    });
}

PassageColumns columns_of(const Row& row) {
    std::optional<std::int64_t> page;
    if (!row.is_null(10)) page = row.integer(10);
    return {PassageKey{row.integer(0)}.ordinal(),
            row.integer(1),
            row.integer(2),
            row.text(3),
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            row.text(8),
            row.text(9),
            page,
            row.text(11),
            row.text(12)};
}

} // namespace

Sha256 insert_passages(Session& session, VersionId version, const std::vector<Passage>& passages) {
    std::vector<WrittenPassage> rows = written(passages);
    insert_rows(session, add_passages, rows, [&](const WrittenPassage& row, std::vector<Parameter>& into) {
        const PassageColumns& c = row.columns;
        into.insert(into.end(), {PassageKey::of(version, static_cast<std::size_t>(c.place)).number, c.kind,
                                 c.level, c.anchor, c.label, c.number, c.reply, c.section, c.text, c.marks,
                                 c.page.value_or(no_page), c.lines, c.joined});
    });
    insert_citations(session, version, passages);
    PassagesDigest digest;
    for (const WrittenPassage& row : rows) digest.add(row.columns);
    return digest.finish();
}

Sha256 digest_of_passages(Session& session, VersionId version) {
    PassagesDigest digest;
    session.each(
        passage_range, [&](const Row& row) { digest.add(columns_of(row)); }, first_of(version).number,
        last_of(version).number, PassageKey::ordinals);
    return digest.finish();
}

std::vector<StoredPassage> read_passages(Session& session, PassageKey first, PassageKey last, int count) {
    return session.all(passage_range, read_passage, first.number, last.number, count);
}

std::optional<StoredPassage> find_passage(Session& session, VersionId version, std::string_view anchor) {
    return session.one(passage_by_anchor, read_passage, anchor, first_of(version).number,
                       last_of(version).number);
}

std::vector<StoredPassage> read_outline(Session& session, VersionId version) {
    std::vector<StoredPassage> found;
    for (PassageKind kind : {PassageKind::title, PassageKind::heading})
        for (StoredPassage& passage :
             session.all(outline, read_passage, kind, first_of(version).number, last_of(version).number))
            found.push_back(std::move(passage));
    std::sort(found.begin(), found.end(),
              [](const StoredPassage& a, const StoredPassage& b) { return a.key < b.key; });
    return found;
}

} // namespace poa::documents
