// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/pages_loading.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/acquis/store_notes.hpp"

#include <algorithm>
#include <map>

namespace poa::acquis {
namespace {

using decisions::AgreedKind;

constexpr std::int64_t stale_after_months = 12;

EventRow row_of(const FrameworkEvent& event) {
    EventRow made;
    made.version = event.number;
    made.day = Day::of(event.at);
    made.is_decision = event.by.is_decision();
    made.by = event.by.symbol;
    made.body = made.is_decision ? event.by.body : event.by.on_behalf;
    made.decision = event.by.proposal;
    made.instruments = event.instruments;
    made.items_added = event.items_added;
    made.items_revised = event.items_revised;
    made.checklists = static_cast<std::int64_t>(event.checklists.size());
    return made;
}

std::string words_of(const Reading& reading, const ItemVersion& version) {
    std::string words(version.item.summaries.in(reading.visit.in.code()).text);
    if (!version.text.empty()) words += (words.empty() ? "" : "\n\n") + version.text;
    return words;
}

DifferenceOfVersions difference_of(const Reading& reading, const Framework& before, const Framework& after) {
    const FrameworkDifference found = difference(before, after);
    const std::string_view code = reading.visit.in.code();
    DifferenceOfVersions made;
    made.from = static_cast<std::int64_t>(before.events().size());
    made.to = static_cast<std::int64_t>(after.events().size());
    for (const Instrument* one : found.instruments)
        made.instruments.push_back({one->key, one->symbol, "", "/acquis/instruments"});
    for (const FrameworkItem* one : found.items) made.items.push_back(link_of(reading, *one));
    for (const auto& revised : found.revised)
        made.revised.push_back(
            {link_of(reading, *after.item(revised.after->item.key)), revised.after->by.symbol,
             changed_words(words_of(reading, *revised.before), words_of(reading, *revised.after))});
    for (const ChecklistEntry* one : found.checklists) {
        const Said title = one->titles.in(code);
        made.checklists.push_back(
            {one->key, one->level, std::string(title.text), std::string(title.language), one->is_inferred});
    }
    return made;
}

/// What two texts must share to say the same: words, without signs, case and gaps.
std::string same_words(std::string_view text) {
    std::string made;
    for (const char c : ascii_lower(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_word = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_word)
            made += c;
        else if (!made.empty() && made.back() != ' ')
            made += ' ';
    }
    return std::string(trim(made));
}

class Compendium {
  public:
    explicit Compendium(CompendiumPage& page) : page_(page) {}
    /// One that says the same as another stands with it: its sources go there.
    void add(CompendiumRow row) {
        const auto [place, is_new] = places_.emplace(same_words(row.text), page_.rows.size());
        if (is_new) return page_.rows.push_back(std::move(row));
        ++page_.merged;
        CompendiumRow& there = page_.rows[place->second];
        for (auto [from, to] :
             {std::pair{&row.sources, &there.sources}, std::pair{&row.levels, &there.levels}})
            for (std::string& one : *from)
                if (std::ranges::find(*to, one) == to->end()) to->push_back(std::move(one));
    }

  private:
    CompendiumPage& page_;
    std::map<std::string, std::size_t> places_;
};

std::string said_at(const Framework& framework, const SourcePlace& place) {
    const Instrument* from = framework.instrument(place.instrument);
    return (from == nullptr ? std::string() : from->symbol + ", ") + place.paragraph;
}

void add_items(const Reading& reading, const Framework& framework, Compendium& compendium) {
    for (const FrameworkItem& item : framework.items()) {
        if (item.item().kind == ItemKind::threat) continue; // context, agreed by nobody as something to do
        const ItemRow row = row_of(reading, framework, item);
        CompendiumRow made{
            row.pillar,           "item",     row.key, row.title,  row.title_language, row.summary,
            row.summary_language, row.levels, {},      row.address};
        for (const ItemVersion& version : item.versions)
            if (version.by.is_decision()) made.sources.push_back(version.by.symbol);
        if (!item.item().source.paragraph.empty())
            made.sources.push_back(said_at(framework, item.item().source));
        for (const SourcePlace& place : item.item().also) made.sources.push_back(said_at(framework, place));
        if (!item.agreed_text().empty() && item.agreed_text() != made.text)
            made.text += "\n\n" + item.agreed_text();
        compendium.add(std::move(made));
    }
}

Pillar pillar_of_row(const RecommendationRow& row) {
    return row.pillars.empty() ? Pillar::institutions
                               : parse_pillar(row.pillars.front()).value_or(Pillar::norms);
}

void add_new(std::vector<std::string>& into, std::string one) {
    if (!one.empty() && std::ranges::find(into, one) == into.end()) into.push_back(std::move(one));
}

/// What was said of where it belongs, together.
void classify(RecommendationRow& row, const Framework& framework, const NoteFields& fields) {
    for (const std::string& key : lines_of(fields.items)) {
        add_new(row.items, key);
        if (const FrameworkItem* item = framework.item(key))
            add_new(row.pillars, std::string(name_of(pillar_of(item->item().kind))));
    }
    add_new(row.levels, fields.level);
    add_new(row.categories, fields.category);
    for (std::string& topic : lines_of(fields.topics)) add_new(row.topics, std::move(topic));
}

bool fits(const RecommendationRow& row, const Framework& framework, const RecommendationFilter& filter) {
    auto has = [](const std::vector<std::string>& all, const std::string& one) {
        return one.empty() || std::ranges::find(all, one) != all.end();
    };
    const bool about = filter.topic.empty() || has(row.topics, filter.topic) ||
                       std::ranges::any_of(row.topics, [&](const std::string& key) {
                           const Topic* topic = framework.topic(key);
                           return topic != nullptr && topic->under == filter.topic;
                       });
    return about && has(row.pillars, filter.pillar) && has(row.levels, filter.level) &&
           has(row.categories, filter.category) && (!filter.only_stale || row.stale || row.lapsed);
}

/// Items by level, so that one is seen for which much is asked of regions and nothing at home.
std::vector<CoherenceRow> coherence_of(const Reading& reading, const Framework& framework,
                                       const std::vector<RecommendationRow>& rows) {
    std::vector<CoherenceRow> made;
    for (const FrameworkItem& item : framework.items()) {
        CoherenceRow one{link_of(reading, item), 0, 0, 0};
        for (const RecommendationRow& row : rows) {
            if (std::ranges::find(row.items, item.item().key) == row.items.end()) continue;
            auto counts = [&](const char* level) {
                return std::ranges::find(row.levels, level) != row.levels.end() ? 1 : 0;
            };
            one.national += counts("national");
            one.regional += counts("regional");
            one.global += counts("global");
        }
        if (one.national + one.regional + one.global > 0) made.push_back(std::move(one));
    }
    return made;
}

} // namespace

InstrumentsPage load_instruments(const Reading& reading) {
    const auto framework = reading.current.of(reading.session);
    InstrumentsPage page;
    page.may_register = permissions().permits("acquis.register_instrument", reading.actor);
    for (const Instrument& one : framework->instruments()) {
        const Said title = one.titles.in(reading.visit.in.code());
        InstrumentRow row{one.key,
                          one.symbol,
                          std::string(title.text),
                          std::string(title.language),
                          one.kind,
                          one.body,
                          one.year,
                          std::string(name_of(one.adoption)),
                          one.is_of_framework,
                          one.route,
                          one.endorsed_by,
                          one.note,
                          one.is_inferred,
                          0,
                          {}};
        row.items = std::ranges::count_if(framework->items(), [&](const FrameworkItem& item) {
            return item.item().source.instrument == one.key;
        });
        row.address = address_of_symbol(reading, one.symbol);
        page.rows.push_back(std::move(row));
    }
    return page;
}

Result<VersionsPage> load_versions(const Reading& reading, std::int64_t from, std::int64_t to) {
    const auto framework = reading.current.of(reading.session);
    VersionsPage page;
    for (const FrameworkEvent& event : framework->events()) page.rows.push_back(row_of(event));
    std::ranges::reverse(page.rows);
    if (from == 0 && to == 0) return page;
    const auto last = static_cast<std::int64_t>(framework->events().size());
    if (from < 0 || to < 1 || from > last || to > last || from > to)
        return refuse(Refusal::because(Refusal::Kind::not_found, "acquis.no_such_version")
                          .with("last", std::to_string(last)));
    page.difference = difference_of(reading, framework->as_of(from), framework->as_of(to));
    return page;
}

CompendiumPage load_compendium(const Reading& reading) {
    const auto framework = reading.current.of(reading.session);
    CompendiumPage page;
    page.day = Day::of(reading.now);
    Compendium compendium(page);
    add_items(reading, *framework, compendium);
    for (const RecommendationRow& row : recommendation_rows(reading, *framework, 0)) {
        if (row.lapsed) continue;
        const auto agreed =
            decisions::store::agreed_now(reading.session, AgreedKind::recommendation, row.key);
        CompendiumRow made{
            pillar_of_row(row),         "recommendation", row.key,    row.title,    row.language,
            agreed ? agreed->text : "", row.language,     row.levels, {row.symbol}, row.address};
        if (agreed && !agreed->at("measures").empty())
            made.text += "\n\n" + std::string(agreed->at("measures"));
        compendium.add(std::move(made));
    }
    std::ranges::stable_sort(page.rows, {}, &CompendiumRow::pillar);
    return page;
}

std::vector<RecommendationRow> recommendation_rows(const Reading& reading, const Framework& framework,
                                                   std::int64_t stale_months) {
    const Day today = Day::of(reading.now);
    const std::int64_t months = stale_months > 0 ? stale_months : stale_after_months;
    std::map<std::string, std::vector<NoteFields>> classified;
    std::map<std::string, std::int64_t> adaptations;
    for (const Note& note : store::notes_of_kind(reading.session, NoteKind::classification))
        classified[note.about].push_back(fields_of(note.kind, note.newest.fields));
    for (const Note& note : store::notes_of_kind(reading.session, NoteKind::adaptation))
        ++adaptations[note.about];
    std::vector<RecommendationRow> made;
    for (const decisions::AgreedRow& agreed :
         decisions::agreed_on(reading.session, AgreedKind::recommendation, today)) {
        const decisions::AgreedVersion& version = agreed.version;
        RecommendationRow row;
        row.key = version.key;
        row.title = version.title;
        row.language = version.at("language");
        row.form = version.at("form");
        row.since = Day::of(version.since);
        row.reviewed = version.day_at("confirmed").value_or(row.since);
        row.holds_until = agreed.holds_until;
        row.lapsed = agreed.lapsed;
        row.stale = decisions::months_after(row.reviewed, months) < today;
        row.versions = version.version;
        row.symbol = version.by.symbol;
        row.decision = version.by.proposal.number;
        row.address = decisions::url_of(AgreedKind::recommendation, row.key);
        const std::string about = "recommendation:" + row.key;
        for (const NoteFields& fields : classified[about]) classify(row, framework, fields);
        row.adaptations = adaptations[about];
        made.push_back(std::move(row));
    }
    return made;
}

RecommendationsPage load_recommendations(const Reading& reading, const RecommendationFilter& filter) {
    const auto framework = reading.current.of(reading.session);
    RecommendationsPage page;
    page.day = Day::of(reading.now);
    page.pillar = filter.pillar;
    page.level = filter.level;
    page.category = filter.category;
    page.topic = filter.topic;
    page.only_stale = filter.only_stale;
    page.stale_months = filter.stale_months > 0 ? filter.stale_months : stale_after_months;
    if (const auto in_force = charter::read_in_force(reading.session)) {
        const std::int64_t* months =
            in_force->charter.find(charter::clause::decisions::confirmed_every_months);
        page.must_be_confirmed = months != nullptr;
        page.confirmed_every_months = months != nullptr ? *months : 0;
    }
    std::vector<RecommendationRow> rows = recommendation_rows(reading, *framework, page.stale_months);
    page.coherence = coherence_of(reading, *framework, rows);
    for (RecommendationRow& row : rows)
        if (fits(row, *framework, filter)) page.rows.push_back(std::move(row));
    return page;
}

Result<RegisterPage> load_register(const Reading& reading) {
    auto permit = permissions().check("acquis.register_instrument", reading.actor);
    if (!permit) return refuse(permit.error());
    return RegisterPage{static_cast<std::int64_t>(reading.current.of(reading.session)->events().size())};
}

} // namespace poa::acquis
