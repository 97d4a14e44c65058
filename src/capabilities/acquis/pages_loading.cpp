// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/pages_loading.hpp"

#include "base/text.hpp"
#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/acquis/store_notes.hpp"
#include "capabilities/decisions/rules.hpp"
#include "capabilities/documents/documents.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

bool holds_words(const ItemRow& row, const std::string& words) {
    const std::string text = ascii_lower(row.key + " " + row.title + " " + row.summary + " " +
                                         row.instrument + " " + row.paragraph);
    const std::string lower = ascii_lower(words);
    return std::ranges::all_of(split(lower, ' '), [&](std::string_view word) {
        return word.empty() || text.find(word) != std::string::npos;
    });
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return one.empty() || std::ranges::find(all, one) != all.end();
}

bool fits(const Framework& framework, const FrameworkItem& item, const ItemRow& row,
          const FrameworkFilter& filter) {
    if (!filter.pillar.empty() && name_of(row.pillar) != filter.pillar) return false;
    if (!has(row.levels, filter.level)) return false;
    if (!filter.topic.empty() && !framework.is_about(item.item(), filter.topic)) return false;
    const Item& one = item.item();
    if (!filter.instrument.empty() && one.source.instrument != filter.instrument &&
        std::ranges::find(one.also, filter.instrument, &SourcePlace::instrument) == one.also.end())
        return false;
    return holds_words(row, filter.words);
}

std::vector<TopicRow> topics_of(const Reading& reading, const Framework& framework) {
    std::vector<TopicRow> made;
    for (const Topic& topic : framework.topics())
        made.push_back({topic.key, std::string(topic.names.in(reading.visit.in.code()).text), topic.under});
    return made;
}

LinkRow link_of(const Reading& reading, const Instrument& one) {
    const Said title = one.titles.in(reading.visit.in.code());
    return {one.key, one.symbol + " · " + std::string(title.text), std::string(title.language),
            "/acquis/instruments"};
}

/// The passage of that paragraph where the document here has it, else the document.
std::string address_of_place(const Reading& reading, const std::string& symbol, std::string_view paragraph) {
    const auto slug = documents::slug_of_symbol(reading.session, reading.actor.reader(), symbol);
    if (!slug) return {};
    const std::string anchor = "para-" + std::string(paragraph.substr(0, paragraph.find(' ')));
    if (const auto document =
            documents::find_visible_document(reading.session, reading.actor.reader(), *slug))
        for (const documents::Version& version : documents::versions_of(reading.session, document->id))
            if (documents::find_passage(reading.session, version.id, anchor))
                return "/documents/" + *slug + "/passages/" + anchor;
    return "/documents/" + *slug;
}

SourceRow source_of(const Reading& reading, const Framework& framework, const SourcePlace& place) {
    SourceRow made;
    made.paragraph = place.paragraph;
    const Instrument* instrument = framework.instrument(place.instrument);
    if (instrument == nullptr) return made;
    const Said title = instrument->titles.in(reading.visit.in.code());
    made.symbol = instrument->symbol;
    made.title = title.text;
    made.language = title.language;
    made.year = instrument->year;
    made.address = address_of_place(reading, instrument->symbol, place.paragraph);
    return made;
}

/// What an instrument says and what a decision adds are two texts: each is held against its own kind.
std::vector<WordsChanged> changes_of(const Reading& reading, const ItemVersion& before,
                                     const ItemVersion& after) {
    if (after.by.is_decision())
        return before.text.empty() ? std::vector<WordsChanged>{} : changed_words(before.text, after.text);
    const std::string_view code = reading.visit.in.code();
    return changed_words(before.item.summaries.in(code).text, after.item.summaries.in(code).text);
}

std::vector<ItemVersionRow> versions_of(const Reading& reading, const FrameworkItem& item) {
    std::vector<ItemVersionRow> made;
    for (const ItemVersion& version : item.versions) {
        ItemVersionRow row;
        row.number = version.number;
        row.since = Day::of(version.since);
        row.is_decision = version.by.is_decision();
        row.by = version.by.symbol;
        row.body = row.is_decision ? version.by.body : version.by.on_behalf;
        row.decision = version.by.proposal;
        if (row.is_decision) row.text = version.text;
        row.language = version.language;
        if (version.number > 1)
            row.changes =
                changes_of(reading, item.versions[static_cast<std::size_t>(version.number) - 2], version);
        made.push_back(std::move(row));
    }
    std::ranges::reverse(made);
    return made;
}

/// In the order of the kinds; kinds with nothing only where the reader may add to them.
std::vector<NoteGroup> groups_of(const Reading& reading, const Framework& framework,
                                 const std::string& about) {
    const auto notes = store::notes_about(reading.session, about);
    std::vector<NoteGroup> made;
    for (const NoteKindSpec& spec : all_note_kinds()) {
        if (std::ranges::find(spec.subjects, parse_subject(about)->kind) == spec.subjects.end()) continue;
        NoteGroup group{spec.kind, {}, may_add(reading, spec)};
        for (const Note& note : notes)
            if (note.kind == spec.kind) group.notes.push_back(row_of(reading, framework, note));
        if (!group.notes.empty() || group.may_add) made.push_back(std::move(group));
    }
    return made;
}

std::int64_t count_open(const Reading& reading, NoteKind kind, std::initializer_list<std::string_view> open) {
    std::int64_t count = 0;
    for (const Note& note : store::notes_of_kind(reading.session, kind)) {
        const NoteFields fields = fields_of(kind, note.newest.fields);
        const std::string& status = kind == NoteKind::gap ? fields.response : fields.status;
        if (std::ranges::find(open, status) != open.end()) ++count;
    }
    return count;
}

template <class Things> std::string keys_of(const Things& things) {
    std::vector<std::string> keys;
    for (const auto& one : things) keys.push_back(one.key);
    return join(keys, ", ");
}

/// A word that is no subject or no instrument is a slip of the pen, not a part of the framework that is
/// empty. What came later is known too: on a past day there was nothing of it.
Refusal problems_of(const Framework& framework, const FrameworkFilter& filter) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto is_topic = [&](const Topic& one) { return one.key == filter.topic; };
    if (!filter.topic.empty() && std::ranges::none_of(framework.topics(), is_topic))
        problems.add_field("topic", "acquis.no_such_topic",
                           {{"key", filter.topic}, {"known", keys_of(framework.topics())}});
    if (!filter.instrument.empty() && framework.instrument(filter.instrument) == nullptr)
        problems.add_field("instrument", "acquis.no_such_instrument",
                           {{"key", filter.instrument}, {"known", keys_of(framework.instruments())}});
    return problems;
}

} // namespace

std::string address_of_symbol(const Reading& reading, std::string_view symbol) {
    const auto slug = documents::slug_of_symbol(reading.session, reading.actor.reader(), symbol);
    return slug ? "/documents/" + *slug : std::string();
}

std::vector<WordsChanged> changed_words(std::string_view before, std::string_view after) {
    if (before == after) return {};
    const auto found = decisions::difference(before, after);
    std::vector<WordsChanged> runs;
    auto add = [&](const char* change, const std::vector<decisions::Word>& words, std::size_t begin,
                   std::size_t end) {
        if (begin != end) runs.push_back({change, decisions::text_of(words, begin, end)});
    };
    std::size_t right = 0;
    for (const decisions::Hunk& hunk : found.hunks) {
        add("same", found.right, right, hunk.other_begin);
        add("removed", found.left, hunk.begin, hunk.end);
        add("added", found.right, hunk.other_begin, hunk.other_end);
        right = hunk.other_end;
    }
    add("same", found.right, right, found.right.size());
    return runs;
}

ItemRow row_of(const Reading& reading, const Framework& framework, const FrameworkItem& item) {
    const std::string_view code = reading.visit.in.code();
    const Item& one = item.item();
    const Said title = one.titles.in(code), summary = one.summaries.in(code);
    ItemRow made;
    made.key = one.key;
    made.designation = one.designation;
    made.kind = one.kind;
    made.pillar = pillar_of(one.kind);
    made.title = title.text;
    made.title_language = title.language;
    made.summary = summary.text;
    made.summary_language = summary.language;
    if (made.summary.empty()) { // of a decided item the text is what there is
        made.summary = item.agreed_text();
        made.summary_language = item.newest().language;
    }
    made.levels = one.levels;
    made.topics = one.topics;
    if (const Instrument* from = framework.instrument(one.source.instrument)) made.instrument = from->symbol;
    made.paragraph = one.source.paragraph;
    made.is_inferred = one.is_inferred;
    made.versions = static_cast<std::int64_t>(item.versions.size());
    made.address = "/acquis/" + one.key;
    return made;
}

LinkRow link_of(const Reading& reading, const FrameworkItem& item) {
    const Said title = item.item().titles.in(reading.visit.in.code());
    return {item.item().key, std::string(title.text), std::string(title.language),
            "/acquis/" + item.item().key};
}

Result<FrameworkPage> load_framework(const Reading& reading, const FrameworkFilter& filter) {
    if (Refusal problems = problems_of(*reading.current.of(reading.session), filter);
        !problems.reasons.empty())
        return refuse(std::move(problems));
    const Day today = Day::of(reading.now);
    FrameworkPage page;
    page.day = filter.day.value_or(today);
    page.is_past = page.day < today;
    page.pillar = filter.pillar;
    page.level = filter.level;
    page.topic = filter.topic;
    page.instrument = filter.instrument;
    page.words = filter.words;
    std::shared_ptr<const Framework> framework =
        page.is_past ? std::make_shared<const Framework>(framework_at(reading.session, end_of(page.day)))
                     : reading.current.of(reading.session);
    page.version = static_cast<std::int64_t>(framework->events().size());
    page.topics = topics_of(reading, *framework);
    for (const Instrument& one : framework->instruments())
        if (one.is_of_framework) page.instruments.push_back(link_of(reading, one));
    for (const FrameworkItem& item : framework->items()) {
        ItemRow row = row_of(reading, *framework, item);
        if (fits(*framework, item, row, filter)) page.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(page.rows, {}, &ItemRow::pillar);
    page.open_gaps = count_open(reading, NoteKind::gap, {"none_yet"});
    page.open_questions = count_open(reading, NoteKind::open_question, {"open", "under_study"});
    return page;
}

Result<ItemPage> load_item(const Reading& reading, std::string_view key) {
    const auto framework = reading.current.of(reading.session);
    const FrameworkItem* item = framework->item(key);
    if (item == nullptr)
        return refuse(
            Refusal::because(Refusal::Kind::not_found, "acquis.no_such_item").with("key", std::string(key)));
    const Item& one = item->item();
    ItemPage page;
    page.item = row_of(reading, *framework, *item);
    for (TopicRow& topic : topics_of(reading, *framework))
        if (has(one.topics, topic.key)) page.topics.push_back(std::move(topic));
    page.is_fixed = one.is_fixed;
    if (!one.source.instrument.empty() || !one.source.paragraph.empty())
        page.sources.push_back(source_of(reading, *framework, one.source));
    for (const SourcePlace& place : one.also) page.sources.push_back(source_of(reading, *framework, place));
    page.text = item->agreed_text();
    page.language = item->newest().language;
    for (const FrameworkItem& other : framework->items())
        if ((!one.links.empty() && has(one.links, other.item().key)) ||
            std::ranges::find(other.item().links, one.key) != other.item().links.end())
            page.links.push_back(link_of(reading, other));
    for (const ChecklistEntry* entry : framework->checklist_of(one.key)) {
        const Said title = entry->titles.in(reading.visit.in.code());
        page.checklist.push_back({entry->key, entry->level, std::string(title.text),
                                  std::string(title.language), entry->is_inferred});
    }
    page.checklist_note = framework->checklist_note();
    for (RecommendationRow& row : recommendation_rows(reading, *framework, 0))
        if (has(row.items, one.key)) page.recommendations.push_back(std::move(row));
    page.groups = groups_of(reading, *framework, "item:" + one.key);
    for (const Note& note :
         store::notes_about(reading.session, "pillar:" + std::string(name_of(pillar_of(one.kind)))))
        if (note.kind == NoteKind::role) page.roles.push_back(row_of(reading, *framework, note));
    if (reading.held_of) page.held = reading.held_of(reading.session, reading.visit, one.key);
    page.versions = versions_of(reading, *item);
    if (std::ranges::any_of(item->versions, [](const ItemVersion& each) { return each.by.is_decision(); }))
        page.agreed_address = decisions::url_of(decisions::AgreedKind::acquis_item, one.key);
    return page;
}

bool may_add(const Reading& reading, const NoteKindSpec& spec) {
    const auto author = author_of(reading.actor);
    if (!author || !permissions().permits("acquis.add_note", reading.actor, author)) return false;
    return std::ranges::find(spec.authors, author_type_of(author->text())) != spec.authors.end();
}

} // namespace poa::acquis
