// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/opening.hpp"
#include "capabilities/ledger/store.hpp"
#include "capabilities/ledger/verify.hpp"

namespace poa::ledger {
namespace {

using Kind = Finding::Kind;

constexpr int page_rows = 256;

Finding about(Kind kind, const store::JournalRow& row) {
    Finding finding{kind, {}, "", {}, "", "", row.id.number};
    if (row.leaf_index) finding.entry = static_cast<std::uint64_t>(*row.leaf_index);
    return finding;
}

bool says_the_same(const store::JournalRow& row, Instant at, const Entry& entry) {
    return row.at == at && row.entry.act == entry.act && row.entry.on_behalf == entry.on_behalf &&
           row.entry.subject == entry.subject && row.entry.clause == entry.clause &&
           row.entry.audience == entry.audience;
}

/// What is wrong with a row in itself.
std::optional<Finding> problem_of(const store::JournalRow& row, const std::optional<Leaf>& leaf) {
    if (!leaf) return about(Kind::leaf_malformed, row);
    bool sealed = !row.salt.empty();
    if (leaf->sealed.has_value() != sealed) return about(Kind::commitment_unopened, row);
    std::optional<Opened> opened;
    if (sealed) {
        if (!check_opening(*leaf, row.salt, row.sealed_body)) return about(Kind::commitment_unopened, row);
        opened = read_sealed_body(row.sealed_body);
        if (!opened) return about(Kind::commitment_unopened, row);
    }
    bool agrees = leaf->restricted ? opened->at && says_the_same(row, *opened->at, opened->entry)
                                   : says_the_same(row, leaf->at, leaf->entry);
    if (!agrees || row.entry.person != (opened ? opened->entry.person : 0))
        return about(Kind::journal_row_differs, row);
    return std::nullopt;
}

std::optional<Finding> head_problem(storage::Session& session) {
    store::Head head = store::head(session);
    auto published = store::newest_checkpoint(session);
    auto note = published ? parse_note(published->note) : Result<Note>(Note{});
    auto checkpoint = note ? parse_checkpoint(note->text) : Result<Checkpoint>(refuse(note.error()));
    bool same = published ? checkpoint && checkpoint->size == head.size && checkpoint->root == head.root
                          : head.size == 0;
    if (same) return std::nullopt;
    return Finding{Kind::head_differs, {}, "", {}, "", head.root.hex(), {}};
}

/// Which place has no row, in the bundle that could not be made.
void name_missing_row(storage::Session& session, Finding& finding) {
    std::uint64_t next = *finding.entry;
    store::each_leaf(session, next, tile_width, [&](std::uint64_t index, std::string_view) {
        if (index == next) ++next;
    });
    finding.kind = Kind::journal_row_missing;
    finding.entry = next;
}

void check_rows(storage::Database& database, VerifyReport& report) {
    std::int64_t after = 0;
    for (bool more = true; more && !report.wrong;) {
        // A snapshot a page: a long run does not hold one open, and rows do not change once they have their
        // place.
        more = database.read([&](storage::Session& session) {
            auto size = static_cast<std::int64_t>(store::head(session).size);
            auto rows = store::rows_by_id(session, after, page_rows);
            for (const store::JournalRow& row : rows) {
                const auto leaf = read_leaf(row.leaf);
                report.wrong = problem_of(row, leaf);
                if (!report.wrong && row.leaf_index && *row.leaf_index >= size)
                    report.wrong = about(Kind::journal_row_differs, row);
                if (report.wrong) return false;
                ++report.journal_rows;
                if (!row.salt.empty()) ++report.opened;
                if (row.leaf_index && leaf->restricted) ++report.restricted;
                after = row.id.number;
            }
            return rows.size() == page_rows;
        });
    }
}

} // namespace

VerifyReport verify_database(storage::Database& database, const VerifyOptions& options) {
    DatabaseFiles files(database);
    // Every entry is in a row, and rows are looked at below: once is enough.
    VerifyOptions as_bytes = options;
    as_bytes.forms = false;
    VerifyReport report = verify(files, as_bytes);
    if (report.wrong && report.wrong->kind == Kind::bundle_missing)
        database.read([&](storage::Session& session) { name_missing_row(session, *report.wrong); });
    if (!report.wrong) report.wrong = database.read(head_problem);
    if (!report.wrong) check_rows(database, report);
    return report;
}

} // namespace poa::ledger
