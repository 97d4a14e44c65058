// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/pages_loading.hpp"

#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"

#include <charconv>

namespace poa::documents {
namespace {

using web::Visit;

constexpr int rows_a_page = 50;
constexpr int passages_limit_default = 100;
constexpr int passages_limit_max = 500;
// One reading page: what a slow line takes in one go (the first load of a page stays below 40 KiB with all it
// needs).
constexpr int reading_passages_max = 120;
constexpr std::size_t reading_bytes_max = 28'000;
constexpr int whole_passages_max = 5'000;
// No text has a passage of a higher number. A number beyond would reach into the passages of another
// document, which the reader need not be allowed to read.
constexpr std::int64_t after_passage_max = PassageKey::ordinals - 1;

Refusal no_such_document() {
    return Refusal::because(Refusal::Kind::not_found, "documents.not_found");
}

ListedDocument listed(const Document& document) {
    ListedDocument row{document.slug,
                       document.symbol,
                       document.title,
                       document.kind,
                       document.day,
                       {},
                       document.submitted_by,
                       document.submitted_by_name,
                       std::string(name_of(document.audience)),
                       address_of(document),
                       document.withdrawn_at.has_value(),
                       document.changed_at};
    for (Language language : document.original_languages)
        row.original_languages.emplace_back(code_of(language));
    return row;
}

ListedVersion listed(const Version& version) {
    return {std::string(code_of(version.language)),
            version.number,
            version.is_current,
            std::string(name_of(version.translation)),
            version.translator,
            version.source_digest.hex(),
            version.source_file_name,
            version.imported_at,
            version.imported_by,
            version.passages};
}

std::string_view mark_name(Mark::Kind kind) {
    switch (kind) {
    case Mark::Kind::emphasis:
        return "emphasis";
    case Mark::Kind::strong:
        return "strong";
    case Mark::Kind::note:
        return "note";
    case Mark::Kind::symbol:
        return "symbol";
    case Mark::Kind::link:
        return "link";
    }
    return "emphasis";
}

PassageRow row_of(StoredPassage&& stored) {
    Passage& passage = stored.passage;
    PassageRow row{stored.key.ordinal(),
                   std::move(passage.anchor),
                   std::move(passage.label),
                   std::string(name_of(passage.kind)),
                   passage.level,
                   std::move(passage.number),
                   std::move(passage.reply),
                   std::move(passage.section),
                   std::move(passage.text),
                   {}};
    row.marks.reserve(passage.marks.size());
    for (Mark& mark : passage.marks)
        row.marks.push_back({std::string(mark_name(mark.kind)), mark.begin, mark.end, std::move(mark.target),
                             std::move(mark.anchor)});
    return row;
}

ReplyRow row_of(const StoredReply& reply, const Document& document) {
    return {reply.anchor, reply.name,
            reply.state,  std::string(reply.language ? code_of(*reply.language) : ""),
            reply.day,    address_of(document) + "/sections/" + percent_encode(reply.anchor, true)};
}

/// "1700000000000000.12": where a list goes on.
std::string write_place(const Document& document) {
    return fmt::format("{}.{}", document.created_at.microseconds, document.id.number);
}
std::optional<ListPlace> read_place(std::string_view text) {
    ListPlace place;
    if (text.empty()) return place;
    const char* end = text.data() + text.size();
    auto [dot, error] = std::from_chars(text.data(), end, place.created_at.microseconds);
    if (error != std::errc{} || dot == end || *dot != '.') return std::nullopt;
    auto [stop, error_too] = std::from_chars(dot + 1, end, place.id);
    if (error_too != std::errc{} || stop != end) return std::nullopt;
    return place;
}

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

/// What follows the passage with the number `after` (-1: from the first); never beyond the text itself.
PassageRange range_after(const Version& version, std::int64_t after) {
    std::int64_t first = std::clamp<std::int64_t>(after, -1, after_passage_max - 1) + 1;
    return {PassageKey::of(version.id, static_cast<std::size_t>(first)),
            PassageKey::of(version.id, PassageKey::ordinals - 1)};
}

void add_passages(storage::Session& session, PassageRange range, int count, std::size_t bytes_max,
                  ReaderPage& page) {
    std::size_t bytes = 0;
    auto read = read_passages(session, range.first, range.last, count + 1);
    bool more = read.size() > static_cast<std::size_t>(count);
    for (StoredPassage& stored : read) {
        bytes += stored.passage.text.size();
        bool full = page.passages.size() == static_cast<std::size_t>(count) ||
                    (bytes > bytes_max && !page.passages.empty());
        if (full) {
            more = true;
            break;
        }
        page.passages.push_back(row_of(std::move(stored)));
    }
    if (more && !page.passages.empty()) page.next = page.passages.back().ordinal;
}

std::string cited_whole_or_reply(storage::Session& session, VersionId id, std::string_view anchor,
                                 std::string* address) {
    auto version = find_version(session, id);
    auto document = version ? find_document(session, version->document) : std::nullopt;
    if (!document) return {};
    std::string text = document->cited_as();
    *address = address_of(*document);
    if (!anchor.empty()) {
        *address += "/sections/" + percent_encode(anchor, true);
        for (const StoredReply& reply : read_replies(session, id))
            if (reply.anchor == anchor) text += ", " + reply.name;
    }
    return text;
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
    auto document = visible(session, visit, query.document);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, query.language, query.version);
    if (!version) return refuse(version.error());
    ReaderPage page;
    page.document = listed(*document);
    page.session = document->session;
    page.agenda_item = document->agenda_item;
    page.distribution = document->distribution;
    page.revision = document->revision;
    page.language = code_of(version->language);
    page.version = version->number;
    page.section = query.section;
    for (const Version& each : versions_of(session, document->id)) page.versions.push_back(listed(each));
    for (const StoredReply& reply : read_replies(session, version->id))
        page.replies.push_back(row_of(reply, *document));
    const identity::Actor& actor = identity::actor_of(visit);
    page.may_correct = actor.has(identity::role::secretariat);
    return std::pair{std::move(page), std::move(*version)};
}

template <class Query> Input<Query> document_input(std::string name) {
    return Input<Query>(std::move(name))
        .hidden("document", &Query::document, {.label = N_("Document"), .characters_max = 200})
        .line("language", &Query::language,
              {.label = N_("Language of the text"), .required = false, .characters_max = 12});
}

} // namespace

Reader reader_of(const Visit& visit) {
    const auto& reader = identity::actor_of(visit).reader();
    return {reader.least(), reader.bodies().empty() ? std::string() : reader.bodies().front()};
}

std::string address_of(const Document& document) {
    return "/documents/" + document.slug;
}

std::string reader_address(const Document& document, std::string_view anchor, std::string_view reply,
                           std::string_view section) {
    std::string_view page = reply.empty() ? section : reply;
    std::string address = address_of(document);
    if (!page.empty()) address += "/sections/" + percent_encode(page, true);
    return address + "#" + percent_encode(anchor, true);
}

Result<Document> visible(storage::Session& session, const Visit& visit, std::string_view slug) {
    auto document = find_visible_document(session, reader_of(visit), slug);
    if (!document) return refuse(no_such_document());
    return std::move(*document);
}

Result<Version> version_for(storage::Session& session, const Document& document, const Visit& visit,
                            std::string_view language, std::int64_t number) {
    auto versions = versions_of(session, document.id);
    if (number > 0) {
        for (const Version& version : versions)
            if (version.number == number && (language.empty() || code_of(version.language) == language))
                return version;
        return refuse(Refusal::Kind::not_found, "documents.no_such_version");
    }
    std::vector<Language> wanted;
    if (!language.empty()) {
        auto asked = parse_language_code(language);
        if (!asked) return refuse(Refusal::Kind::not_found, "documents.no_such_version");
        wanted.push_back(*asked);
    } else {
        if (auto own = parse_language_code(visit.in.code())) wanted.push_back(*own);
        wanted.insert(wanted.end(), document.original_languages.begin(), document.original_languages.end());
    }
    auto version = choose_version(versions, wanted);
    if (!version || (!language.empty() && code_of(version->language) != language))
        return refuse(Refusal::Kind::not_found, "documents.no_such_version");
    return std::move(*version);
}

const Input<ListQuery>& input_of(Of<ListQuery>) {
    static const auto input =
        Input<ListQuery>("documents.list")
            .line("kind", &ListQuery::kind, {.label = N_("Kind"), .required = false, .characters_max = 60})
            .line("submitted_by", &ListQuery::submitted_by,
                  {.label = N_("Submitted by"), .required = false, .characters_max = 120})
            .line("after", &ListQuery::after,
                  {.label = N_("After"), .required = false, .characters_max = 60});
    return input;
}

Result<DocumentsPage> load_list(storage::Session& session, const Visit& visit, const ListQuery& query) {
    auto place = read_place(query.after);
    if (!place) {
        Refusal refusal{Refusal::Kind::bad_input, {}};
        refusal.add_field("after", "documents.no_such_place");
        return refuse(std::move(refusal));
    }
    DocumentsPage page{query.kind, query.submitted_by, {}, {}};
    auto documents =
        list_documents(session, reader_of(visit), {query.kind, query.submitted_by}, *place, rows_a_page + 1);
    if (documents.size() > rows_a_page) {
        documents.resize(rows_a_page);
        page.next = write_place(documents.back());
    }
    for (const Document& document : documents) page.rows.push_back(listed(document));
    return page;
}

const Input<DocumentQuery>& input_of(Of<DocumentQuery>) {
    static const auto input =
        document_input<DocumentQuery>("documents.read")
            .line("section", &DocumentQuery::section,
                  {.label = N_("Section"), .required = false, .characters_max = 400})
            .number("after", &DocumentQuery::after,
                    {.label = N_("After"), .required = false, .least = 0, .most = after_passage_max})
            .number("limit", &DocumentQuery::limit,
                    {.label = N_("At most"), .required = false, .least = 1, .most = passages_limit_max})
            .number("version", &DocumentQuery::version,
                    {.label = N_("Version"), .required = false, .least = 1});
    return input;
}

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

Result<PassagesPage> load_passages(storage::Session& session, const Visit& visit,
                                   const DocumentQuery& query) {
    auto document = visible(session, visit, query.document);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, query.language, query.version);
    if (!version) return refuse(version.error());
    int limit = query.limit > 0 ? static_cast<int>(query.limit) : passages_limit_default;
    PassageRange range = range_after(*version, query.after);
    if (!query.section.empty()) {
        auto found = section_range(read_outline(session, version->id), *version, query.section);
        if (!found) return refuse(Refusal::Kind::not_found, "documents.no_such_section");
        range = {std::max(range.first, found->first), found->last};
    }
    PassagesPage page{document->slug,
                      document->symbol,
                      document->title,
                      std::string(code_of(version->language)),
                      version->number,
                      {},
                      {}};
    auto passages = read_passages(session, range.first, range.last, limit + 1);
    bool more = passages.size() > static_cast<std::size_t>(limit);
    if (more) passages.pop_back();
    page.rows.reserve(passages.size());
    for (StoredPassage& stored : passages) page.rows.push_back(row_of(std::move(stored)));
    if (more) page.next = page.rows.back().ordinal;
    return page;
}

Result<RepliesPage> load_replies(storage::Session& session, const Visit& visit, const DocumentQuery& query) {
    auto document = visible(session, visit, query.document);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, query.language, query.version);
    if (!version) return refuse(version.error());
    RepliesPage page{document->slug, document->cited_as(), {}};
    for (const StoredReply& reply : read_replies(session, version->id))
        page.rows.push_back(row_of(reply, *document));
    return page;
}

Result<CitationsPage> load_citations(storage::Session& session, const Visit& visit,
                                     const DocumentQuery& query) {
    auto document = visible(session, visit, query.document);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, query.language, query.version);
    if (!version) return refuse(version.error());
    CitationsPage page{document->slug, document->cited_as(), {}, {}};
    Reader reader = reader_of(visit);
    for (const Cited& cited : citations_out(session, reader, version->id))
        page.rows.push_back({cited.symbol, cited.passages,
                             cited.slug.empty() ? std::string() : "/documents/" + cited.slug, cited.title});
    if (document->symbol.empty()) return page;
    for (const CitedBy& by :
         citations_in(session, reader, document->symbol, PassageKey{}, passages_limit_default))
        page.cited_by.push_back({by.document.cited_as() + ", " + by.label,
                                 address_of(by.document) + "/passages/" + percent_encode(by.anchor, true),
                                 std::string(first_characters(by.text, 280))});
    return page;
}

Result<ImportReportPage> load_import_report(storage::Session& session, const Visit& visit,
                                            const DocumentQuery& query) {
    auto document = visible(session, visit, query.document);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, query.language, query.version);
    if (!version) return refuse(version.error());
    ImportReportPage page{
        document->slug, document->cited_as(), std::string(code_of(version->language)), version->number, {}};
    ImportReport report = read_import_report(session, version->id);
    for (const LeftOver& left : report.left_over)
        page.rows.push_back({left.line, "left_over", left.reason, left.text});
    for (const Remark& remark : report.remarks)
        page.rows.push_back({remark.line, remark.code, remark.detail, {}});
    return page;
}

const Input<PassageQuery>& input_of(Of<PassageQuery>) {
    static const auto input =
        document_input<PassageQuery>("documents.passage")
            .line("passage", &PassageQuery::passage, {.label = N_("Passage"), .characters_max = 400});
    return input;
}

Result<PassagePage> load_passage(storage::Session& session, const Visit& visit, const PassageQuery& query) {
    auto document = visible(session, visit, query.document);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, query.language);
    if (!version) return refuse(version.error());
    auto stored = find_passage(session, version->id, query.passage);
    if (!stored) return refuse(Refusal::Kind::not_found, "documents.no_such_passage");
    PassagePage page;
    page.document = document->slug;
    page.symbol = document->symbol;
    page.title = document->title;
    page.citation = citation_of(*document, stored->passage);
    page.language = code_of(version->language);
    page.version = version->number;
    page.reader_address =
        reader_address(*document, stored->passage.anchor, stored->passage.reply, stored->passage.section);
    page.passage = row_of(std::move(*stored));
    return page;
}

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

const Input<SearchAsked>& input_of(Of<SearchAsked>) {
    static const auto input =
        Input<SearchAsked>("documents.search")
            .line("q", &SearchAsked::q,
                  {.label = N_("Words"),
                   .hint = N_("“Words in quotation marks” stand together; -word leaves out."),
                   .required = false,
                   .characters_max = 300})
            .line("state", &SearchAsked::state,
                  {.label = N_("State"), .required = false, .characters_max = 3})
            .choice("language", &SearchAsked::language,
                    {.label = N_("Language of the text"),
                     .required = false,
                     .choices = {{"ar", "العربية"},
                                 {"zh", "中文"},
                                 {"en", "English"},
                                 {"fr", "Français"},
                                 {"ru", "Русский"},
                                 {"es", "Español"}}})
            .line("kind", &SearchAsked::kind, {.label = N_("Kind"), .required = false, .characters_max = 60})
            .day("from", &SearchAsked::from, {.label = N_("From"), .required = false})
            .day("to", &SearchAsked::to, {.label = N_("To"), .required = false})
            .number("offset", &SearchAsked::offset,
                    {.label = N_("Offset"), .required = false, .least = 0, .most = ranked_matches_max})
            .number("limit", &SearchAsked::limit,
                    {.label = N_("At most"), .required = false, .least = 1, .most = search_count_max});
    return input;
}

Result<SearchPage> load_search(storage::Session& session, const Visit& visit, const SearchAsked& query) {
    SearchPage page;
    page.q = query.q;
    page.state = query.state;
    page.language = query.language;
    page.kind = query.kind;
    page.from = query.from;
    page.to = query.to;
    page.offset = query.offset;
    if (query.q.empty()) return page;
    SearchRequest request{
        query.q,    query.state, parse_language_code(query.language), query.kind,
        query.from, query.to,    static_cast<int>(query.offset),      static_cast<int>(query.limit)};
    SearchAnswer answer = search(session, reader_of(visit), request);
    page.total = answer.total;
    page.at_least = answer.at_least;
    page.did_you_mean = answer.did_you_mean;
    page.truncated = answer.truncated;
    for (const SearchHit& hit : answer.hits) {
        HitRow row;
        row.citation =
            hit.label.empty() ? hit.document.cited_as() : hit.document.cited_as() + ", " + hit.label;
        row.address = address_of(hit.document) + "/passages/" + percent_encode(hit.anchor, true);
        // Without it the address shows the version in the reader's own language, where there may be no such
        // words.
        if (code_of(hit.language) != visit.in.code())
            row.address += "?language=" + std::string(code_of(hit.language));
        row.document = hit.document.slug;
        row.symbol = hit.document.symbol;
        row.title = hit.document.title;
        row.language = code_of(hit.language);
        row.kind = hit.document.kind;
        row.date = hit.document.day;
        row.changed_at = hit.document.changed_at;
        row.snippet = hit.snippet.text;
        for (auto [begin, end] : hit.snippet.hits) {
            row.marks.push_back(begin);
            row.marks.push_back(end);
        }
        row.cut_before = hit.snippet.cut_before;
        row.cut_after = hit.snippet.cut_after;
        page.rows.push_back(std::move(row));
    }
    auto shown = query.offset + static_cast<std::int64_t>(page.rows.size());
    if (!page.rows.empty() && shown < page.total) page.next_offset = shown;
    return page;
}

} // namespace poa::documents
