// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_agreed_loading.hpp"

#include "capabilities/decisions/pages_agreed_words.hpp"
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/store_agreed.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// The last moment of the day.
Instant end_of(Day day) {
    return {(static_cast<std::int64_t>(day.days) + 1) * 86'400'000'000 - 1};
}

DayAsked asked_about(const Reading& reading, std::optional<Day> day) {
    const Day today = Day::of(reading.now);
    const Day asked = day.value_or(today);
    return {asked, asked<today, asked> today};
}

AgreedLine line_of(const Reading& reading, const AgreedRow& row) {
    const AgreedVersion& version = row.version;
    return {version.kind,
            std::string(reading.visit.in.tr(title_of(version.kind))),
            version.key,
            version.title,
            std::string(version.at("language")),
            Day::of(version.since),
            version.by.symbol,
            version.by.proposal.number,
            version.version,
            row.holds_until,
            row.lapsed,
            url_of(version.kind, version.key)};
}

EndedLine ended_line(const AgreedVersion& last, Instant ended, const ByDecision& by) {
    return {
        last.key,  last.title,         std::string(last.at("language")), Day::of(last.since), Day::of(ended),
        by.symbol, by.proposal.number, url_of(last.kind, last.key)};
}

/// Offices by their terms: who was elected early does not hold the office yet.
std::vector<AgreedRow> holding(const Reading& reading, AgreedKind kind, Day day) {
    if (kind != AgreedKind::office) return agreed_on(reading.session, kind, day);
    std::vector<AgreedRow> made;
    for (AgreedVersion& office : offices_on(reading.session, day))
        made.push_back({std::move(office), {}, false});
    return made;
}

void add_lines(std::vector<AgreedLine>& lines, const Reading& reading, AgreedKind kind, Day day) {
    for (const AgreedRow& row : holding(reading, kind, day)) lines.push_back(line_of(reading, row));
}

std::string standing_of(std::optional<Day> first, std::optional<Day> last, Day day) {
    if (first && day < *first) return "to_come";
    return last && *last < day ? "over" : "holds";
}

/// A topic is in a charter's words, or in those of the decision that made the group.
std::string topic_of(const Reading& reading, const WorkingGroup& group) {
    AgreedVersion in_words;
    in_words.kind = AgreedKind::group;
    in_words.attributes = {{"topic", group.topic}};
    return value_in_words(reading, in_words, "topic");
}

GroupLine group_line(const Reading& reading, const WorkingGroup& group, Day day) {
    GroupLine made;
    made.key = group.id;
    made.title = group.by ? group.title : std::string(reading.visit.in.tr(std::string_view(group.title)));
    made.topic = topic_of(reading, group);
    made.first = group.first;
    made.last = group.last;
    made.standing = standing_of(group.first, group.last, day);
    if (group.by) {
        made.symbol = group.by->symbol;
        made.decision = group.by->proposal.number;
    }
    made.address = url_of(AgreedKind::group, group.id);
    return made;
}

std::vector<GroupLine> group_lines(const Reading& reading, Day day) {
    std::vector<GroupLine> made;
    for (const WorkingGroup& group : groups_on(reading.session, day))
        made.push_back(group_line(reading, group, day));
    return made;
}

OfficeLine office_line(const Reading& reading, const AgreedVersion& office, Day day) {
    OfficeLine made;
    made.key = office.key;
    made.office = value_in_words(reading, office, "office");
    made.group = value_in_words(reading, office, "group");
    made.state = office.at("state");
    made.state_name = state_in_words(reading, made.state);
    made.person = office.at("name");
    made.first = office.day_at("first");
    made.last = office.day_at("last");
    made.standing = standing_of(made.first, made.last, day);
    made.symbol = office.by.symbol;
    made.decision = office.by.proposal.number;
    made.address = url_of(office.kind, office.key);
    return made;
}

std::vector<OfficeLine> office_lines(const Reading& reading, const std::vector<AgreedVersion>& offices,
                                     Day day) {
    std::vector<OfficeLine> made;
    for (const AgreedVersion& office : offices) made.push_back(office_line(reading, office, day));
    return made;
}

std::vector<OfficeLine> all_terms(const Reading& reading, Day day) {
    auto made =
        office_lines(reading, store::agreed_until(reading.session, AgreedKind::office, end_of(day)), day);
    std::ranges::stable_sort(made, std::ranges::greater{}, &OfficeLine::first);
    return made;
}

/// Items whose last version before the end of that day was ended by then, and that hold no more.
std::vector<EndedLine> ended_lines(const Reading& reading, const AgreedKindPage& page) {
    const Instant end = end_of(page.asked.day);
    std::vector<EndedLine> made;
    for (const AgreedVersion& one : store::agreed_until(reading.session, page.kind, end)) {
        if (!one.until || *one.until > end) continue;
        if (std::ranges::find(page.rows, one.key, &AgreedLine::key) != page.rows.end()) continue;
        if (!made.empty() && made.back().key == one.key) made.pop_back();
        made.push_back(ended_line(one, *one.until, *one.ended_by));
    }
    return made;
}

AgreedVersionCard card_of(const Reading& reading, const AgreedVersion& version, const AgreedVersion* before) {
    AgreedVersionCard card;
    card.version = version.version;
    card.title = version.title;
    card.language = version.at("language");
    card.text = version.text;
    card.since = Day::of(version.since);
    if (version.until) card.until = Day::of(*version.until);
    card.symbol = version.by.symbol;
    card.decision = version.by.proposal.number;
    card.ends = version.ends;
    if (version.ends || before == nullptr) return card;
    card.changes = changes_in_words(reading, *before, version);
    card.text_change = changed_text(*before, version);
    return card;
}

/// Newest first; each against the one before it.
std::vector<AgreedVersionCard> cards_of(const Reading& reading, const std::vector<AgreedVersion>& history) {
    std::vector<AgreedVersionCard> made;
    for (std::size_t i = 0; i < history.size(); ++i)
        made.push_back(card_of(reading, history[i], i + 1 < history.size() ? &history[i + 1] : nullptr));
    return made;
}

/// Of what does not hold on that day: not yet, or no more.
void add_why_not(AgreedItemPage& page, const std::vector<AgreedVersion>& history) {
    const Instant end = end_of(page.asked.day);
    if (history.back().since > end) {
        page.first = Day::of(history.back().since);
        return;
    }
    const auto last =
        std::ranges::find_if(history, [&](const AgreedVersion& one) { return one.since <= end; });
    if (last != history.end() && last->ends) page.ended = ended_line(*last, last->since, last->by);
}

AgreedItemPage item_page(const Reading& reading, const AgreedItem& item, DayAsked asked) {
    AgreedItemPage page;
    page.asked = asked;
    page.line = line_of(reading, item.newest);
    page.holds = item.holds;
    page.text = item.newest.version.text;
    page.attributes = attributes_in_words(reading, item.newest.version);
    page.versions = cards_of(reading, item.history);
    if (!item.holds) add_why_not(page, item.history);
    return page;
}

/// A group that no decision has touched: the charter's word is all there is.
std::optional<AgreedItemPage> charter_group_page(const Reading& reading, std::string_view key,
                                                 DayAsked asked) {
    const auto groups = groups_on(reading.session, asked.day);
    const auto found = std::ranges::find(groups, key, &WorkingGroup::id);
    if (found == groups.end() || found->by) return std::nullopt;
    const GroupLine group = group_line(reading, *found, asked.day);
    AgreedVersion in_words;
    in_words.kind = AgreedKind::group;
    in_words.attributes = {{"topic", found->topic}, {"first", found->first.iso()}};
    if (found->last) in_words.attributes.emplace("last", found->last->iso());
    AgreedItemPage page;
    page.asked = asked;
    page.line.kind = AgreedKind::group;
    page.line.kind_title = reading.visit.in.tr(title_of(AgreedKind::group));
    page.line.key = group.key;
    page.line.title = group.title;
    page.line.since = found->first;
    page.line.address = group.address;
    page.holds = found->meets_on(asked.day);
    page.is_agreed = false;
    page.attributes = attributes_in_words(reading, in_words);
    return page;
}

Result<AgreedKind> kind_named(std::string_view name) {
    const auto kind = parse_agreed_kind(name);
    if (!kind)
        return refuse(Refusal::because(Refusal::Kind::not_found, "decisions.no_such_kind")
                          .with("kind", std::string(name)));
    return *kind;
}

} // namespace

AgreedPage load_agreed(const Reading& reading, std::optional<Day> day) {
    AgreedPage page;
    page.asked = asked_about(reading, day);
    for (AgreedKind kind : all_agreed_kinds()) add_lines(page.rows, reading, kind, page.asked.day);
    page.groups = group_lines(reading, page.asked.day);
    page.offices = office_lines(reading, offices_on(reading.session, page.asked.day), page.asked.day);
    return page;
}

Result<AgreedKindPage> load_agreed_kind(const Reading& reading, std::string_view name,
                                        std::optional<Day> day) {
    const auto kind = kind_named(name);
    if (!kind) return refuse(kind.error());
    AgreedKindPage page;
    page.kind = *kind;
    page.title = reading.visit.in.tr(title_of(*kind));
    page.asked = asked_about(reading, day);
    add_lines(page.rows, reading, *kind, page.asked.day);
    if (*kind == AgreedKind::office)
        page.offices = all_terms(reading, page.asked.day);
    else
        page.ended = ended_lines(reading, page);
    if (*kind == AgreedKind::group) page.groups = group_lines(reading, page.asked.day);
    return page;
}

Result<AgreedItemPage> load_agreed_item(const Reading& reading, std::string_view name, std::string_view key,
                                        std::optional<Day> day) {
    const auto kind = kind_named(name);
    if (!kind) return refuse(kind.error());
    const DayAsked asked = asked_about(reading, day);
    if (const auto item = agreed_item(reading.session, *kind, key, asked.day))
        return item_page(reading, *item, asked);
    if (*kind == AgreedKind::group)
        if (auto page = charter_group_page(reading, key, asked)) return std::move(*page);
    return refuse(
        Refusal::because(Refusal::Kind::not_found, "decisions.no_such_agreed").with("key", std::string(key)));
}

} // namespace poa::decisions
