// SPDX-License-Identifier: Apache-2.0
// Structure and lines are read here, so that a problem has its line; values and recurrence are libical's.
#include "base/text.hpp"
#include "capabilities/charter/calendar_days.hpp"
#include "capabilities/charter/calendar_ical.hpp"
#include "capabilities/charter/ical_lines.hpp"
#include "capabilities/charter/ical_memory.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::charter {
namespace {

constexpr std::size_t reasons_max = 20, title_characters_max = 200, depth_max = 8;
constexpr int year_min = 1900, year_max = 2300;
/// Steps of all recurrences of a text together; a year that a rule leaps over counts as many as `leap_steps`,
/// since the library looks through its days.
constexpr std::size_t steps_max = 1'600'000, leap_steps = 200;

struct Moment {
    Day day;
    bool midnight = false; ///< a time at the day's very beginning
    bool is_date = true;
    icaltimetype time{};
};

/// A VEVENT as it stands.
struct Entry {
    std::size_t line = 0;
    std::string uid, title;
    std::optional<Moment> start, end, replaces;
    std::optional<icaldurationtype> duration;
    IcalProperty rule; ///< RRULE
    std::size_t rule_line = 0;
    std::vector<Day> also;
    std::set<Day> without;
    bool cancelled = false;
};

class Reading {
  public:
    Reading(Day from, Day to) : from_(from), to_(to) { icalerror_set_errors_are_fatal(false); }

    Result<std::vector<OtherEvent>> read(std::string_view text) {
        const std::vector<IcalLine> lines = ical_lines(text);
        for (const IcalLine& line : lines) take(line);
        if (lines.empty() || !seen_) problem(1, "no calendar");
        if (!open_.empty()) problem(lines.back().number, "a component has no end");
        if (problems_.reasons.empty()) expand_all();
        if (!problems_.reasons.empty()) return refuse(std::move(problems_));
        std::ranges::stable_sort(events_, {}, [](const OtherEvent& event) { return event.first; });
        return std::move(events_);
    }

  private:
    void problem(std::size_t line, std::string_view what) {
        if (problems_.reasons.size() >= reasons_max) return;
        problems_.add_field("", "ical.malformed",
                            {{"line", std::to_string(line)}, {"problem", std::string(what)}});
    }

    void take(const IcalLine& line) {
        if (line.name.empty()) return problem(line.number, "not a property");
        const std::string value = ascii_lower(trim(line.value));
        if (line.name == "BEGIN") return begin(line, value);
        if (line.name == "END") return end(line, value);
        if (open_.empty()) return problem(line.number, "a property outside of a calendar");
        if (open_.back() == "vevent") take_property(line);
    }
    void begin(const IcalLine& line, const std::string& what) {
        if (open_.empty() != (what == "vcalendar"))
            return problem(line.number, "a component in the wrong place");
        if (open_.size() >= depth_max) return problem(line.number, "too deep");
        if (what == "vevent" && open_.back() != "vcalendar")
            problem(line.number, "a component in the wrong place");
        if (what == "vevent") {
            entries_.emplace_back();
            entries_.back().line = line.number;
        }
        seen_ = true;
        open_.push_back(what);
    }
    void end(const IcalLine& line, const std::string& what) {
        if (open_.empty() || open_.back() != what)
            return problem(line.number, "an end without its beginning");
        open_.pop_back();
        if (what == "vevent" && !entries_.back().start)
            problem(entries_.back().line, "an event without DTSTART");
    }

    void take_property(const IcalLine& line) {
        static const std::set<std::string, std::less<>> read{
            "UID",   "SUMMARY", "DTSTART",       "DTEND",  "DURATION",
            "RRULE", "RDATE",   "RECURRENCE-ID", "EXDATE", "STATUS"};
        if (!read.contains(line.name)) return;
        Entry& entry = entries_.back();
        if (line.name == "UID") {
            entry.uid = trim(line.value);
            return;
        }
        if ((line.name == "DTSTART" && entry.start) || (line.name == "RRULE" && entry.rule))
            return problem(line.number, "given twice");
        for (const std::string& one : single_values(line)) take_value(line, one, entry);
    }
    /// RDATE and EXDATE may hold several values; libical reads one.
    static std::vector<std::string> single_values(const IcalLine& line) {
        if (line.name != "RDATE" && line.name != "EXDATE") return {line.text};
        std::vector<std::string> made;
        const std::string head = line.text.substr(0, line.text.size() - line.value.size());
        for (const std::string_view value : split(line.value, ',')) made.push_back(head + std::string(value));
        return made;
    }
    void take_value(const IcalLine& line, const std::string& text, Entry& entry) {
        IcalProperty property(icalproperty_new_from_string(text.c_str()));
        if (!property) return problem(line.number, "a value that cannot be read");
        if (line.name == "SUMMARY")
            entry.title = title_of_text(icalproperty_get_summary(property.get()));
        else if (line.name == "STATUS")
            entry.cancelled = icalproperty_get_status(property.get()) == ICAL_STATUS_CANCELLED;
        else if (line.name == "DURATION")
            entry.duration = icalproperty_get_duration(property.get());
        else if (line.name == "RRULE")
            take_rule(line, std::move(property), entry);
        else
            take_moment(line, *property, entry);
    }
    static std::string title_of_text(const char* text) {
        std::string made;
        for (const char* at = text == nullptr ? "" : text; *at != '\0'; ++at)
            made += static_cast<unsigned char>(*at) < 0x20 ? ' ' : *at;
        return std::string(first_characters(trim(made), title_characters_max));
    }
    void take_rule(const IcalLine& line, IcalProperty property, Entry& entry) {
        const icalrecurrencetype rule = icalproperty_get_rrule(property.get());
        if (rule.freq == ICAL_NO_RECURRENCE) return problem(line.number, "a rule that cannot be read");
        if (rule.freq < ICAL_DAILY_RECURRENCE) return problem(line.number, "a rule for less than a day");
        if (rule.rscale != nullptr) return problem(line.number, "a rule in another calendar");
        entry.rule = std::move(property);
        entry.rule_line = line.number;
    }
    void take_moment(const IcalLine& line, icalproperty& property, Entry& entry) {
        const icaltimetype time = icalvalue_get_datetimedate(icalproperty_get_value(&property));
        const auto moment = moment_of(time);
        if (!moment) return problem(line.number, "no day");
        if (line.name == "DTSTART")
            entry.start = moment;
        else if (line.name == "DTEND")
            entry.end = moment;
        else if (line.name == "RECURRENCE-ID")
            entry.replaces = moment;
        else if (line.name == "RDATE")
            entry.also.push_back(moment->day);
        else
            entry.without.insert(moment->day);
    }
    static std::optional<Moment> moment_of(const icaltimetype& time) {
        const auto day = Day::of(time.year, time.month, time.day);
        if (!day || time.year < year_min || time.year > year_max) return std::nullopt;
        const bool midnight = time.is_date == 0 && time.hour == 0 && time.minute == 0 && time.second == 0;
        return Moment{*day, midnight, time.is_date != 0, time};
    }

    void expand_all() {
        std::map<std::string, std::set<Day>, std::less<>> replaced;
        for (const Entry& entry : entries_)
            if (entry.replaces && !entry.uid.empty()) replaced[entry.uid].insert(entry.replaces->day);
        for (Entry& entry : entries_) {
            if (!entry.replaces && !entry.uid.empty())
                if (const auto at = replaced.find(entry.uid); at != replaced.end())
                    entry.without.insert(at->second.begin(), at->second.end());
            if (!entry.cancelled) expand(entry);
            if (!problems_.reasons.empty()) return; // a rule without any day costs more than one with many
        }
    }
    void expand(const Entry& entry) {
        const std::int64_t length = length_of(entry);
        std::set<Day> first_days(entry.also.begin(), entry.also.end());
        if (entry.rule)
            expand_rule(entry, length, first_days);
        else
            first_days.insert(entry.start->day);
        for (const Day first : first_days)
            if (!entry.without.contains(first)) keep(entry, {first, plus_days(first, length - 1)});
    }
    /// In days. What ends at midnight, or as a day, does not take the day that it ends on.
    std::int64_t length_of(const Entry& entry) {
        const Moment& start = *entry.start;
        std::int64_t length = 1;
        if (entry.end) {
            const std::int64_t days = entry.end->day.days - start.day.days;
            if (days < 0) problem(entry.line, "an end before the beginning");
            length = days + (entry.end->is_date || entry.end->midnight ? 0 : 1);
        } else if (entry.duration) {
            const std::int64_t hours = entry.duration->hours, minutes = entry.duration->minutes;
            const std::int64_t seconds = hours * 3600 + minutes * 60 + entry.duration->seconds +
                                         start.time.hour * 3600 + start.time.minute * 60 + start.time.second;
            if (entry.duration->is_neg != 0) problem(entry.line, "an end before the beginning");
            length =
                std::int64_t{entry.duration->weeks} * 7 + entry.duration->days + (seconds + 86'399) / 86'400;
        }
        return std::clamp<std::int64_t>(length, 1, 366 * (year_max - year_min));
    }
    void expand_rule(const Entry& entry, std::int64_t length, std::set<Day>& first_days) {
        const icalrecurrencetype rule = icalproperty_get_rrule(entry.rule.get());
        const IcalRecurrence iterator(icalrecur_iterator_new(rule, entry.start->time));
        if (!iterator) return problem(entry.rule_line, "a rule that cannot be followed");
        for (int year = entry.start->day.year();;) {
            const icaltimetype time = icalrecur_iterator_next(iterator.get());
            if (icaltime_is_null_time(time)) return;
            steps_ += 1 + static_cast<std::size_t>(std::max(0, time.year - year)) * leap_steps;
            if (steps_ > steps_max) return too_many();
            const auto day = Day::of(time.year, time.month, time.day);
            if (!day || *day > to_) return;
            year = day->year();
            if (plus_days(*day, length - 1) >= from_) first_days.insert(*day);
        }
    }
    void keep(const Entry& entry, Extent extent) {
        if (extent.last < from_ || extent.first > to_) return;
        if (events_.size() >= ical_events_max) return too_many();
        std::string title = entry.title.empty() ? entry.uid : entry.title;
        events_.push_back({extent.first, extent.last, std::move(title)});
    }
    void too_many() {
        if (!problems_.has("ical.too_many"))
            problems_.add_field("", "ical.too_many", {{"max", std::to_string(ical_events_max)}});
    }

    Day from_, to_;
    bool seen_ = false;
    std::size_t steps_ = 0;
    std::vector<std::string> open_; ///< names of components, in small letters
    std::vector<Entry> entries_;
    std::vector<OtherEvent> events_;
    Refusal problems_{Refusal::Kind::bad_input, {}};
};

} // namespace

Result<std::vector<OtherEvent>> read_ical(std::string_view text, Day from, Day to) {
    require(from <= to, "a period");
    if (text.size() > ical_bytes_max)
        return refuse(Refusal::because(Refusal::Kind::bad_input, "ical.too_long")
                          .with("max", std::to_string(ical_bytes_max)));
    if (!is_utf8(text) || text.find('\0') != std::string_view::npos)
        return refuse(Refusal::Kind::bad_input, "ical.not_utf8");
    return Reading(from, to).read(text);
}

} // namespace poa::charter
