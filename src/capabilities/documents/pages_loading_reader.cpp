// SPDX-License-Identifier: Apache-2.0
// The reader: one section or as much as fits a page, and the whole text for paper.
#include "capabilities/documents/pages_rows.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::documents {
namespace {

using web::Visit;

// One reading page: what a slow line takes in one go (the first load of a page stays below 40 KiB with all it
// needs).
constexpr int reading_passages_max = 120;
constexpr std::size_t reading_bytes_max = 28'000;
constexpr int whole_passages_max = 5'000;

/// What the contents list: headings outside replies, each reply, and the headings of the reply at hand.
std::vector<HeadingRow> contents_of(std::vector<StoredPassage>& outline, std::string_view shown_reply) {
    std::vector<HeadingRow> rows;
    for (StoredPassage& stored : outline) {
        Passage& passage = stored.passage;
        if (passage.kind != PassageKind::heading) continue;
        bool of_reply = !passage.reply.empty() && passage.anchor != passage.reply;
        if (of_reply && passage.reply != shown_reply) continue;
        rows.push_back({passage.anchor, passage.label, passage.text, passage.level, passage.reply});
    }
    return rows;
}

std::string reply_of_section(const std::vector<StoredPassage>& outline, std::string_view section) {
    for (const StoredPassage& stored : outline)
        if (stored.passage.anchor == section) return stored.passage.reply;
    return {};
}

void name_neighbours(ReaderPage& page) {
    for (std::size_t i = 0; i < page.contents.size(); ++i) {
        if (page.contents[i].anchor != page.section) continue;
        page.section_title = page.contents[i].text;
        if (i > 0) page.previous_section = page.contents[i - 1].anchor;
        if (i + 1 < page.contents.size()) page.next_section = page.contents[i + 1].anchor;
    }
}

void add_passages(storage::Session& session, PassageRange range, int count, std::size_t bytes_max,
                  ReaderPage& page) {
    std::size_t bytes = 0;
    bool is_full = false;
    each_passage(session, range, count + 1, [&](const PassageView& passage) {
        bytes += passage.text.size();
        is_full = is_full || page.passages.size() == static_cast<std::size_t>(count) ||
                  (bytes > bytes_max && !page.passages.empty());
        if (!is_full) page.passages.push_back(row_of(passage, Marks::read));
    });
    if (is_full && !page.passages.empty()) page.next = page.passages.back().ordinal;
}

void add_repetitions(storage::Session& session, const Visit& visit, const Version& version,
                     ReaderPage& page) {
    for (const Comparison& comparison : comparisons_of(session, version.id)) {
        bool is_left = comparison.left_version == version.id;
        VersionId other = is_left ? comparison.right_version : comparison.left_version;
        auto its = find_version(session, other);
        auto document = its ? find_document(session, its->document) : std::nullopt;
        if (!document || !may_read(reader_of(visit), *document)) continue;
        std::string address;
        std::string what = cited_whole_or_reply(
            session, other, is_left ? comparison.right_anchor : comparison.left_anchor, &address);
        page.repetitions.push_back(
            {comparison.id.number, what, static_cast<std::int64_t>(comparison.shared * 100 + 0.5),
             fmt::format("/documents/{}/comparisons/{}", page.document.slug, comparison.id.number)});
    }
}

/// What both reading pages begin with.
Result<std::pair<ReaderPage, Version>> begin_reader(storage::Session& session, const Visit& visit,
                                                    const DocumentQuery& query) {
    auto text = choose_text(session, visit, query.document, query.language, query.version);
    if (!text) return refuse(text.error());
    auto& [document, version] = *text;
    ReaderPage page;
    page.document = listed(document);
    page.session = document.session;
    page.agenda_item = document.agenda_item;
    page.distribution = document.distribution;
    page.revision = document.revision;
    page.language = code_of(version.language);
    page.version = version.number;
    page.section = query.section;
    for (const Version& each : versions_of(session, document.id)) page.versions.push_back(listed(each));
    for (const StoredReply& reply : read_replies(session, version.id))
        page.replies.push_back(row_of(reply, document));
    const identity::Actor& actor = identity::actor_of(visit);
    page.may_correct = actor.has(identity::role::secretariat);
    return std::pair{std::move(page), std::move(version)};
}

} // namespace

Result<ReaderPage> load_reader(storage::Session& session, const Visit& visit, const DocumentQuery& query) {
    auto begun = begin_reader(session, visit, query);
    if (!begun) return refuse(begun.error());
    auto& [page, version] = *begun;
    auto outline = read_outline(session, version.id);
    PassageRange range = range_after(version, query.after);
    if (!query.section.empty()) {
        auto found = section_range(outline, version, query.section);
        if (!found) return refuse(Refusal::Kind::not_found, "documents.no_such_section");
        range = {std::max(range.first, found->first), found->last};
    }
    page.contents = contents_of(outline, reply_of_section(outline, query.section));
    name_neighbours(page);
    add_passages(session, range, reading_passages_max, reading_bytes_max, page);
    add_repetitions(session, visit, version, page);
    return std::move(page);
}

Result<ReaderPage> load_whole(storage::Session& session, const Visit& visit, const DocumentQuery& query) {
    auto begun = begin_reader(session, visit, query);
    if (!begun) return refuse(begun.error());
    auto& [page, version] = *begun;
    add_passages(session, range_after(version, query.after), whole_passages_max, std::size_t(-1), page);
    return std::move(page);
}

} // namespace poa::documents
