// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_ical.hpp"

#include "base/text.hpp"
#include "capabilities/charter/calendar_days.hpp"
#include "capabilities/charter/choices.hpp"
#include "capabilities/charter/ical_memory.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

icaltimetype date_of(Day day) {
    icaltimetype made = icaltime_null_date();
    made.year = day.year();
    made.month = day.month();
    made.day = day.day();
    return made;
}

icaltimetype time_of(Instant instant) {
    icaltimetype made = icaltime_null_time();
    const Day day = Day::of(instant);
    const std::int64_t seconds = instant.seconds() - std::int64_t{day.days} * 86'400;
    made.year = day.year();
    made.month = day.month();
    made.day = day.day();
    made.hour = static_cast<int>(seconds / 3600);
    made.minute = static_cast<int>(seconds / 60 % 60);
    made.second = static_cast<int>(seconds % 60);
    made.zone = icaltimezone_get_utc_timezone();
    return made;
}

std::string_view label_of(std::span<const Choice> choices, std::string_view value) {
    const auto at = std::ranges::find(choices, value, &Choice::value);
    return at == choices.end() ? value : at->label;
}

class Writing {
  public:
    Writing(const Charter& charter, const IcalWish& wish)
        : charter_(charter), wish_(wish), whole_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
        icalcomponent_add_property(whole_.get(), icalproperty_new_version("2.0"));
        icalcomponent_add_property(whole_.get(),
                                   icalproperty_new_prodid("-//Programme of action//Calendar//EN"));
        icalcomponent_add_property(whole_.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
        named("X-WR-CALNAME", std::string(charter.head().title_in(wish.language)));
        origin_ = wish.is_in_force ? say(N_("Computed from the charter in force."))
                                   : replace_all(say(N_("Computed from {charter}; nobody convened this.")),
                                                 "{charter}", charter.head().title_in(wish.language));
    }

    void add(const CalendarEvent& event) {
        icalcomponent* made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        icalcomponent_add_component(whole_.get(), made);
        const auto put = [&](icalproperty* property) { icalcomponent_add_property(made, property); };
        put(icalproperty_new_uid(fmt::format("{}.{}@{}", event.key, charter_.id(), wish_.origin).c_str()));
        put(icalproperty_new_dtstamp(time_of(wish_.stamp)));
        put(icalproperty_new_dtstart(date_of(event.first)));
        put(icalproperty_new_dtend(date_of(plus_days(event.last, 1))));
        put(icalproperty_new_summary(summary_of(event).c_str()));
        put(icalproperty_new_description(description_of(event).c_str()));
        put(icalproperty_new_categories(std::string(name_of(event.kind)).c_str()));
        if (!event.place.empty())
            put(icalproperty_new_location(say(label_of(choices::places, event.place)).c_str()));
        if (!wish_.url.empty()) put(icalproperty_new_url((wish_.url + "#" + event.key).c_str()));
        put(icalproperty_new_status(wish_.is_in_force && !event.conditional ? ICAL_STATUS_CONFIRMED
                                                                            : ICAL_STATUS_TENTATIVE));
        put(icalproperty_new_transp(is_meeting(event.kind) ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    }

    [[nodiscard]] std::string text() const {
        const IcalText made(icalcomponent_as_ical_string_r(whole_.get()));
        require(made != nullptr, "a calendar that can be written");
        return made.get();
    }

  private:
    [[nodiscard]] std::string say(std::string_view source) const {
        return wish_.say ? wish_.say(source) : std::string(source);
    }
    void named(const char* name, const std::string& value) {
        icalproperty* made = icalproperty_new_x(value.c_str());
        icalproperty_set_x_name(made, name);
        icalcomponent_add_property(whole_.get(), made);
    }
    /// "Meeting of a working group: Thematic group on capacity-building".
    [[nodiscard]] std::string summary_of(const CalendarEvent& event) const {
        const std::string about = subject_of(event);
        return about.empty() ? say(title_of(event.kind)) : say(title_of(event.kind)) + ": " + about;
    }
    [[nodiscard]] std::string subject_of(const CalendarEvent& event) const {
        for (const GroupPlan& group : charter_[clause::groups::list])
            if (group.id == event.of) return say(group.title);
        return event.of;
    }
    [[nodiscard]] std::string description_of(const CalendarEvent& event) const {
        const ClauseSpec& clause = clauses()[event.clause];
        std::string made = origin_ + "\n" + clause.number + " " + say(clause.title);
        if (!event.mode.empty()) made += "\n" + say(label_of(choices::modes, event.mode));
        if (event.conditional) made += "\n" + say(N_("Takes place only if States decide so."));
        if (event.latest)
            made += "\n" + say(N_("If the term is extended, it ends at the latest on:")) + " " +
                    event.latest->iso();
        return made;
    }

    const Charter& charter_;
    const IcalWish& wish_;
    IcalComponent whole_;
    std::string origin_; ///< which charter it was computed from, as a sentence
};

} // namespace

bool concerns(const CalendarEvent& event, std::string_view state) {
    switch (event.kind) {
    case EventKind::report_due:
        return event.of == state;
    case EventKind::notice_due:
    case EventKind::documents_due:
    case EventKind::accreditation_opens:
    case EventKind::accreditation_closes:
    case EventKind::communication_check:
        return true;
    default:
        return is_meeting(event.kind);
    }
}

std::string write_ical(const Charter& charter, const Calendar& calendar, const IcalWish& wish) {
    Writing writing(charter, wish);
    for (const CalendarEvent& event : calendar.events)
        if (wish.state.empty() || concerns(event, wish.state)) writing.add(event);
    return writing.text();
}

} // namespace poa::charter
