// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/agreed.hpp"

#include "base/input.hpp"
#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct KindRow {
    AgreedKind kind;
    std::string_view name, title;
};
constexpr std::array rows{
    KindRow{AgreedKind::acquis_item, "acquis_item", N_("The framework")},
    KindRow{AgreedKind::recommendation, "recommendation", N_("Recommendations")},
    KindRow{AgreedKind::group, "group", N_("Working groups")},
    KindRow{AgreedKind::programme_of_work, "programme_of_work", N_("Programmes of work")},
    KindRow{AgreedKind::survey_template, "survey_template", N_("Survey templates")},
    KindRow{AgreedKind::capacity_areas, "capacity_areas", N_("Areas of capacity-building")},
    KindRow{AgreedKind::fund, "fund", N_("Funds")},
    KindRow{AgreedKind::label, "label", N_("Labels")},
    KindRow{AgreedKind::office, "office", N_("Offices")},
    KindRow{AgreedKind::accreditation, "accreditation", N_("Accredited organisations")},
    KindRow{AgreedKind::outcome, "outcome", N_("Reports and declarations")},
    KindRow{AgreedKind::transmission, "transmission", N_("Transmissions")},
};
constexpr auto kinds = [] {
    std::array<AgreedKind, rows.size()> made{};
    for (std::size_t i = 0; i < rows.size(); ++i) made[i] = rows[i].kind;
    return made;
}();

} // namespace

std::span<const AgreedKind> all_agreed_kinds() {
    return kinds;
}
std::string_view name_of(AgreedKind kind) {
    return rows[static_cast<std::size_t>(kind)].name;
}
std::string_view title_of(AgreedKind kind) {
    return rows[static_cast<std::size_t>(kind)].title;
}
std::optional<AgreedKind> parse_agreed_kind(std::string_view name) {
    const auto found = std::ranges::find(rows, name, &KindRow::name);
    return found == rows.end() ? std::nullopt : std::optional(found->kind);
}

std::string text_of(const Attributes& attributes) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    for (const auto& [name, value] : attributes) json.key_escaped(name).value(value);
    json.end_object();
    return out;
}

std::optional<Attributes> parse_attributes(std::string_view text) {
    const auto parsed = parse_own_json(text);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    Attributes made;
    for (const auto& member : parsed->get_object()) {
        if (!member.value().is_string()) return std::nullopt;
        made.emplace(std::string(member.key()), std::string(member.value().get_string()));
    }
    return made;
}

std::string_view AgreedVersion::at(std::string_view name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<Day> AgreedVersion::day_at(std::string_view name) const {
    return Day::parse(at(name));
}

bool is_agreed_key(std::string_view text) {
    return !text.empty() && text.size() <= 64 && slug(text) == text;
}
std::string subject_of(AgreedKind kind, std::string_view key) {
    return "agreed:" + std::string(name_of(kind)) + ":" + std::string(key);
}
std::string url_of(AgreedKind kind, std::string_view key) {
    return "/agreed/" + std::string(name_of(kind)) + "/" + std::string(key);
}

Day months_after(Day day, std::int64_t months) {
    using namespace std::chrono;
    const year_month_day from{sys_days{days{day.days}}};
    const year_month to = from.year() / from.month() + std::chrono::months{months};
    const year_month_day same{to.year(), to.month(), from.day()};
    const sys_days found = same.ok() ? sys_days{same} : sys_days{to / last};
    return Day{static_cast<std::int32_t>(found.time_since_epoch().count())};
}

std::optional<Day> holds_until(const charter::Charter& charter, const AgreedVersion& recommendation) {
    const std::int64_t* months = charter.find(clause::decisions::confirmed_every_months);
    if (months == nullptr) return std::nullopt;
    const Day from = recommendation.day_at("confirmed").value_or(Day::of(recommendation.since));
    return months_after(from, *months);
}

std::optional<Day> accredited_until(const charter::Charter& charter, Day given) {
    const std::string validity = charter[clause::accreditation::validity];
    if (validity == "permanent") return std::nullopt;
    charter::CalendarWish wish;
    wish.from = given;
    wish.to = months_after(given, 12 * 12);
    std::optional<Day> last;
    for (const charter::CalendarEvent& event : charter::calendar_of(charter, wish).events) {
        using charter::EventKind;
        const bool ends_cycle =
            event.kind == EventKind::progress_review || event.kind == EventKind::review_conference;
        const bool ends = validity == "cycle" ? ends_cycle : event.kind == EventKind::plenary;
        if (ends && event.last >= given && (!last || event.last < *last)) last = event.last;
    }
    return last;
}

bool has_lapsed(const charter::Charter& charter, const AgreedVersion& recommendation, Day day) {
    const auto last = holds_until(charter, recommendation);
    return last && day > *last;
}

} // namespace poa::decisions
