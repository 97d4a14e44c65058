// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_charters_loading.hpp"

#include "base/text.hpp"
#include "capabilities/charter/charter_file.hpp"
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "capabilities/charter/preset_files.hpp"
#include "capabilities/charter/presets.hpp"

#include <unicode/coll.h>
#include <unicode/sortkey.h>

#include <algorithm>
#include <tuple>

namespace poa::charter {
namespace {

using web::Url;
using web::Visit;

members::Language language_of(const Visit& visit) {
    return members::language_or_english(visit.in.code());
}

std::vector<AuthorRow> authors_of(const CharterHead& head, const members::Register& states,
                                  const Visit& visit) {
    std::vector<AuthorRow> made;
    for (const std::string& code : head.of) {
        const members::State* state = states.by_iso3(code);
        if (state != nullptr)
            made.push_back({code, std::string(states.display_name(code, language_of(visit))),
                            Url::of("states", state->slug).text()});
        else // the codes of the coded views: "MS" is the multistakeholder community
            made.push_back({code, std::string(code == "MS" ? visit.in.tr("Stakeholders") : code), {}});
    }
    return made;
}

std::int64_t clauses_said(const Charter& charter, std::size_t first, std::size_t count) {
    std::int64_t said = 0;
    for (std::size_t i = first; i < first + count; ++i) said += charter.speaks_of(i) ? 1 : 0;
    return said;
}

InForceRow in_force_row(const CharterInForce& kept, const Visit& visit) {
    const CharterHead& head = kept.charter.head();
    return {kept.version,
            head.id,
            std::string(head.title_in(visit.in.code())),
            language_of_title(head, visit),
            Day::of(kept.since),
            kept.reason};
}

/// Rights apart: those the paper speaks of first, then those of its base, marked.
std::vector<std::string> items_of_entry(const ClauseSpec& clause, const ClauseEntry& entry,
                                        const web::Wording& in) {
    if (entry.own_rights.empty()) return items_of(clause, entry.value, in);
    RightsTable own, others;
    for (const auto& [participants, kinds] : std::get<RightsTable>(entry.value))
        for (const auto& [kind, rights] : kinds)
            (std::ranges::find(entry.own_rights, participants + "/" + kind) != entry.own_rights.end()
                 ? own
                 : others)[participants][kind] = rights;
    std::vector<std::string> items = items_of(clause, own, in);
    for (const std::string& item : items_of(clause, others, in))
        items.push_back(in.tr("not said by this paper: {item}", {{"item", item}}));
    return items;
}

std::string passage_problem(const std::string& code, const Provenance& from, const Visit& visit) {
    if (code.empty()) return {};
    return said(
        Reason{code, {}, {{"document", from.document}, {"passage", from.passage}, {"words", from.words}}, {}},
        visit);
}

ClauseRow clause_row(const ClauseSpec& clause, const Charter& charter, const ModuleLinks& links,
                     const Visit& visit) {
    const ClauseEntry& entry = charter.entry(clause.index);
    const Provenance& from = entry.provenance;
    ClauseRow row;
    row.section = clause.section;
    row.section_title = visit.in.tr(section_of(clause).title);
    row.number = clause.number;
    row.path = clause.path;
    row.title = visit.in.tr(clause.title);
    row.value = text_of(entry.value);
    row.words = words_of(clause, entry.value, visit.in);
    row.items = items_of_entry(clause, entry, visit.in);
    row.basis = name_of(from.basis);
    row.basis_words = visit.in.tr(words_of(from.basis));
    row.said_by = entry.said_by;
    row.is_inherited = charter.is_inherited(clause.index);
    row.document = from.document;
    row.passage = from.passage;
    if (!from.document.empty()) {
        PassageLink link = links.passage ? links.passage(visit, from) : PassageLink{from.document, {}};
        row.passage_problem = passage_problem(link.problem, from, visit);
        row.source = std::move(link.label);
        row.address = std::move(link.url);
    }
    row.quote = from.words;
    row.note = from.note;
    row.takes = what_it_takes(clause);
    return row;
}

std::vector<BaseRow> bases_of(const Charter& charter, const Visit& visit) {
    std::vector<BaseRow> made;
    for (const ClauseSpec& clause : clauses()) {
        const std::string& by = charter.entry(clause.index).said_by;
        if (by == charter.id() || std::ranges::find(made, by, &BaseRow::id) != made.end()) continue;
        const Charter* base = Presets::shipped().find(by);
        if (base == nullptr)
            made.push_back({by, by, "en", {}});
        else
            made.push_back({by, std::string(base->head().title_in(visit.in.code())),
                            language_of_title(base->head(), visit), Url::of("charters", by).text()});
    }
    return made;
}

AmendingRow amending_of(const Charter& charter, const Visit& visit) {
    const ClauseSpec& rule = spec_of(clause::decisions::charter);
    const ClauseSpec& review = spec_of(clause::review::charter_changes_only_here);
    return {rule.number, words_of(rule, charter.entry(rule.index).value, visit.in),
            charter[clause::review::charter_changes_only_here], review.number};
}

std::vector<SectionRow> sections_of(const Charter& charter, const Visit& visit) {
    std::vector<SectionRow> made;
    for (const SectionSpec& section : sections())
        made.push_back({section.number, section.key, std::string(visit.in.tr(section.title)),
                        static_cast<std::int64_t>(section.count),
                        clauses_said(charter, section.first, section.count)});
    return made;
}

CharterRow charter_row(const Charter& charter, const members::Register& states, const Visit& visit) {
    const CharterHead& head = charter.head();
    return {head.id,
            std::string(head.title_in(visit.in.code())),
            language_of_title(head, visit),
            std::string(name_of(head.kind)),
            std::string(kind_words(name_of(head.kind), visit.in)),
            head.of,
            authors_of(head, states, visit),
            clauses_said(charter, 0, clause_count),
            head.based_on,
            Url::of("charters", head.id).text()};
}

std::string sort_key(const icu::Collator& collator, const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::CollationKey key;
    collator.getCollationKey(icu::UnicodeString::fromUTF8(text), key, status);
    require(U_SUCCESS(status) != 0, "ICU sorts any text");
    std::int32_t length = 0;
    const std::uint8_t* bytes = key.getByteArray(length);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

} // namespace

const Input<CharterQuery>& input_of(Of<CharterQuery>) {
    static const auto input =
        Input<CharterQuery>("charter.charter")
            .hidden("charter", &CharterQuery::charter, {.label = {}, .characters_max = 80});
    return input;
}

std::string language_of_title(const CharterHead& head, const Visit& visit) {
    for (const auto& [language, title] : head.titles)
        if (language == visit.in.code()) return language;
    return "en";
}

std::vector<std::string> state_names(const std::vector<std::string>& codes, const members::Register& states,
                                     const Visit& visit) {
    std::vector<std::string> made;
    for (const members::State* state : states.states(language_of(visit)))
        if (std::ranges::find(codes, state->iso3.text()) != codes.end())
            made.emplace_back(states.display_name(state->iso3.text(), language_of(visit)));
    return made;
}

std::vector<ContradictionRow> contradiction_rows(const Charter& charter, const Visit& visit) {
    std::vector<ContradictionRow> made;
    for (const Contradiction& found : contradictions_in(charter)) {
        ContradictionRow row{std::string(name_of(found.severity)),
                             found.code,
                             said(Reason{found.code, {}, found.facts, {}}, visit),
                             {}};
        for (std::size_t clause : found.clauses) row.clauses.push_back(clauses()[clause].number);
        made.push_back(std::move(row));
    }
    return made;
}

Result<ShownCharter> shown_charter(const ModuleLinks& links, const std::string& id) {
    return links.database.read(
        [&](storage::Session& session) { return shown_charter(session, links.in_force, id); });
}

std::vector<CharterRow> shipped_rows(const members::Register& states, const Visit& visit) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale(std::string(visit.in.code()).c_str()), status));
    require(U_SUCCESS(status) != 0 && collator, "ICU sorts the six languages");
    struct Keyed {
        CharterKind kind;
        std::string key;
        CharterRow row;
    };
    std::vector<Keyed> keyed;
    for (const Charter* charter : Presets::shipped().all()) {
        CharterRow row = charter_row(*charter, states, visit);
        std::string key = sort_key(*collator, row.title);
        keyed.push_back({charter->head().kind, std::move(key), std::move(row)});
    }
    std::ranges::sort(keyed, [](const Keyed& a, const Keyed& b) {
        return std::tie(a.kind, a.key, a.row.id) < std::tie(b.kind, b.key, b.row.id);
    });
    std::vector<CharterRow> made;
    for (Keyed& one : keyed) made.push_back(std::move(one.row));
    return made;
}

Result<ChartersPage> load_charters(const ModuleLinks& links, const Visit& visit) {
    ChartersPage page;
    page.clauses = static_cast<std::int64_t>(clause_count);
    auto kept = links.database.read([&](storage::Session& session) { return links.in_force.of(session); });
    if (kept != nullptr) page.in_force = in_force_row(*kept, visit);
    page.rows = shipped_rows(*links.states.now(), visit);
    return page;
}

CharterPage page_of(const ShownCharter& shown, const ModuleLinks& links, const Visit& visit) {
    const Charter& charter = *shown.charter;
    const CharterHead& head = charter.head();
    CharterPage page;
    page.id = shown.id;
    page.title = head.title_in(visit.in.code());
    page.language = language_of_title(head, visit);
    page.kind = name_of(head.kind);
    if (shown.kept) page.in_force = in_force_row(*shown.kept, visit);
    page.authors = authors_of(head, *links.states.now(), visit);
    page.source = head.source;
    page.about = head.about;
    page.bases = bases_of(charter, visit);
    page.amending = amending_of(charter, visit);
    page.sections = sections_of(charter, visit);
    page.contradictions = contradiction_rows(charter, visit);
    for (const ClauseSpec& clause : clauses()) page.rows.push_back(clause_row(clause, charter, links, visit));
    return page;
}

Result<CharterPage> load_charter(const ModuleLinks& links, const Visit& visit, const CharterQuery& query) {
    auto shown = shown_charter(links, query.charter);
    if (!shown) return refuse(shown.error());
    CharterPage page = page_of(*shown, links, visit);
    page.address = Url::of("charters", shown->id).text();
    return page;
}

Result<std::string> load_charter_text(const ModuleLinks& links, const std::string& id) {
    auto shown = shown_charter(links, id);
    if (!shown) return refuse(shown.error());
    if (shown->kept) return shown->kept->text;
    return std::string(find_embedded(preset_files(), id + ".yaml")->content);
}

} // namespace poa::charter
