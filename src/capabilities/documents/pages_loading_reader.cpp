// SPDX-License-Identifier: Apache-2.0
// The reader: one section or as much as fits a page; the whole text part by part, or all of it for paper.
#include "base/text.hpp"
#include "capabilities/documents/pages_parts.hpp"
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
// What a part may weigh: its text, and for each passage what is around it. Over the wire about a third of it,
// of Chinese the half; the list of parts and the frame come to it.
constexpr std::size_t part_bytes_max = 36'000;
constexpr std::size_t bytes_around_passage = 50;

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

/// A text as far as its parts depend on it, passage by passage.
struct WeighedText {
    std::vector<PassageKey> keys;
    std::vector<std::string> anchors;
    std::vector<std::string> headings; ///< of those that the contents list, empty of all other passages
    std::vector<WeighedPassage> weights;
    std::vector<std::size_t> begins; ///< of the parts
};

WeighedText weigh(storage::Session& session, const Version& version) {
    WeighedText text;
    each_passage(session, range_after(version, -1), after_passage_max, [&](const PassageView& passage) {
        using Kind = WeighedPassage::Kind;
        const bool is_heading = passage.kind == PassageKind::heading;
        const bool is_inner = is_heading && !passage.reply.empty() && passage.anchor != passage.reply;
        text.keys.push_back(passage.key);
        text.anchors.emplace_back(passage.anchor);
        text.headings.emplace_back(is_heading && !is_inner ? passage.text : std::string_view());
        text.weights.push_back({is_inner     ? Kind::inner_heading
                                : is_heading ? Kind::heading
                                             : Kind::text,
                                passage.text.size() + bytes_around_passage});
    });
    text.begins = part_begins(text.weights, part_bytes_max);
    return text;
}

web::Url whole_url(const WholeQuery& query, std::int64_t part) {
    return web::Url::of("documents", query.document, "whole")
        .with("language", query.language)
        .with("version", query.version > 0 ? std::to_string(query.version) : std::string())
        .with("part", std::to_string(part));
}

void add_parts(const WeighedText& text, const WholeQuery& query, WholePage& page) {
    constexpr std::size_t frame_bytes = 15'500, of_a_hundred = 27; // measured on the report and its replies
    std::string heading; // under which a part that has none of its own goes on
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < text.begins.size(); ++i) {
        const std::size_t begin = text.begins[i];
        const std::size_t end = i + 1 < text.begins.size() ? text.begins[i + 1] : text.keys.size();
        const auto number = static_cast<std::int64_t>(i) + 1;
        PartRow row{number,
                    text.headings[begin].empty() ? heading : text.headings[begin],
                    {},
                    text.anchors[begin],
                    static_cast<std::int64_t>(end - begin),
                    whole_url(query, number).text()};
        for (std::size_t at = begin; at < end; ++at) {
            if (!text.headings[at].empty()) heading = text.headings[at];
            if (row.from.empty()) row.from = heading;
            bytes += text.weights[at].bytes;
        }
        row.to = heading;
        page.parts.push_back(std::move(row));
    }
    page.kibibytes = static_cast<std::int64_t>((bytes * of_a_hundred / 100 + frame_bytes) / 1024);
}

/// The number of the part to show; 0: all of the text.
Result<std::int64_t> part_asked(const WeighedText& text, const Visit& visit, const WholeQuery& query,
                                const WholePage& page) {
    if (query.part > static_cast<std::int64_t>(page.parts.size()))
        return refuse(Refusal::Kind::not_found, "documents.no_such_part");
    if (!query.passage.empty()) {
        auto place = std::ranges::find(text.anchors, query.passage) - text.anchors.begin();
        if (place == std::ssize(text.anchors))
            return refuse(Refusal::Kind::not_found, "documents.no_such_passage");
        return std::ranges::upper_bound(text.begins, static_cast<std::size_t>(place)) - text.begins.begin();
    }
    if (query.part > 0) return query.part;
    const bool in_parts = visit.face == web::Face::html && !query.paper && page.parts.size() > 1;
    return in_parts ? 1 : 0;
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

const Input<WholeQuery>& input_of(Of<WholeQuery>) {
    static const auto input =
        document_input<WholeQuery>("documents.whole")
            .number("version", &WholeQuery::version, {.label = N_("Version"), .required = false, .least = 1})
            .number("part", &WholeQuery::part, {.label = N_("Part"), .required = false, .least = 1})
            .line("passage", &WholeQuery::passage,
                  {.label = N_("Passage"), .required = false, .characters_max = 400})
            .tick("paper", &WholeQuery::paper, {.label = N_("For paper"), .required = false})
            .number("after", &WholeQuery::after,
                    {.label = N_("After"), .required = false, .least = 0, .most = after_passage_max});
    return input;
}

Result<WholePage> load_whole(storage::Session& session, const Visit& visit, const WholeQuery& query) {
    auto begun = begin_reader(session, visit, {query.document, {}, query.language, -1, 0, query.version});
    if (!begun) return refuse(begun.error());
    const Version& version = begun->second;
    WholePage page{std::move(begun->first), 0, {}, 0};
    const WeighedText text = weigh(session, version);
    add_parts(text, query, page);
    auto part = part_asked(text, visit, query, page);
    if (!part) return refuse(part.error());
    page.part = *part;
    if (page.part == 0) {
        add_passages(session, range_after(version, query.after), whole_passages_max, std::size_t(-1), page);
        return page;
    }
    const std::size_t first = text.begins[static_cast<std::size_t>(page.part) - 1];
    add_passages(session, {text.keys[first], text.keys.back()},
                 static_cast<int>(page.parts[static_cast<std::size_t>(page.part) - 1].passages),
                 std::size_t(-1), page);
    page.next.reset(); // the next part is what follows
    return page;
}

} // namespace poa::documents
