// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/call.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::views {
namespace {

constexpr std::int64_t microseconds_a_day = 86'400'000'000;
constexpr std::size_t paragraph_digits_max = 4;

std::string lowered_without_brackets(std::string_view text) {
    std::string out;
    for (char c : ascii_lower(text)) {
        if (c == ')' || c == '.') continue;
        out += c == '(' || c == '/' ? ' ' : c;
    }
    return out;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= paragraph_digits_max &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_item(std::string_view text) {
    return !text.empty() && text.size() <= paragraph_digits_max &&
           std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_official(const std::string& code) {
    return std::ranges::find(official_language_codes(), code) != official_language_codes().end();
}

void add_date_problems(const Call& call, bool has_opening, bool has_deadline, Day today, Refusal& problems) {
    if (!has_opening)
        problems.add_field("opening", "input.required");
    else if (call.opening < today)
        problems.add_field("opening", "views.day_past");
    if (!has_deadline) {
        problems.add_field("deadline", "input.required");
    } else {
        if (call.first_deadline < today) problems.add_field("deadline", "views.day_past");
        if (has_opening && call.first_deadline < call.opening)
            problems.add_field("deadline", "views.deadline_before_opening",
                               {{"opening", call.opening.iso()}});
    }
    if (!has_opening || !has_deadline) return;
    for (Day day : call.reminder_days)
        if (day < call.opening || day > call.first_deadline)
            problems.add_field("reminder_days", "views.reminder_outside", {{"day", day.iso()}});
}

} // namespace

std::string_view name_of(Called called) {
    return called == Called::member_states ? "member_states" : "all_states";
}

std::optional<Called> parse_called(std::string_view name) {
    for (Called called : {Called::member_states, Called::all_states})
        if (name_of(called) == name) return called;
    return std::nullopt;
}

std::string_view name_of(CallStage stage) {
    switch (stage) {
    case CallStage::announced:
        return "announced";
    case CallStage::open:
        return "open";
    case CallStage::extended:
        return "extended";
    case CallStage::past_deadline:
        return "past_deadline";
    case CallStage::closed:
        return "closed";
    }
    return "closed";
}

std::string_view name_of(Source source) {
    switch (source) {
    case Source::online:
        return "online";
    case Source::upload:
        return "upload";
    case Source::entered:
        return "entered";
    case Source::consultation:
        return "consultation";
    }
    return "entered";
}

std::string_view name_of(SubmitterKind kind) {
    return kind == SubmitterKind::state ? "state" : "stakeholder";
}

SubmitterKind kind_of_submitter(std::string_view key) {
    return key.starts_with("state:") ? SubmitterKind::state : SubmitterKind::stakeholder;
}

Instant first_moment_of(Day day) {
    return {day.days * microseconds_a_day};
}

Instant last_moment_of(Day day) {
    return {(day.days + std::int64_t{1}) * microseconds_a_day - 1};
}

Day present_deadline(const Call& call) {
    return call.extensions.empty() ? call.first_deadline : call.extensions.back().to;
}

Day deadline_at(const Call& call, Instant moment) {
    Day held = call.first_deadline;
    for (const Extension& extension : call.extensions)
        if (extension.decided_at <= moment) held = extension.to;
    return held;
}

CallStage stage_of(const Call& call, Instant now) {
    if (call.closed_at) return CallStage::closed;
    if (now < first_moment_of(call.opening)) return CallStage::announced;
    if (now > last_moment_of(present_deadline(call))) return CallStage::past_deadline;
    return call.extensions.empty() ? CallStage::open : CallStage::extended;
}

Lateness lateness_of(const Call& call, Instant received) {
    Day held = deadline_at(call, received);
    return {held, received > last_moment_of(held), received > last_moment_of(present_deadline(call))};
}

Result<void> takes_views(const Call& call, Instant now) {
    CallStage stage = stage_of(call, now);
    if (stage == CallStage::closed)
        return refuse(Refusal::because(Refusal::Kind::rule, "views.call_closed")
                          .with("closed", Day::of(*call.closed_at).iso()));
    if (stage == CallStage::announced)
        return refuse(
            Refusal::because(Refusal::Kind::rule, "views.not_open_yet").with("opening", call.opening.iso()));
    return {};
}

Refusal problems_of_opening(const Call& call, bool has_opening, bool has_deadline, Day today) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (call.title.empty()) problems.add_field("title", "input.required");
    if (call.mandate_symbol.empty()) problems.add_field("mandate_symbol", "input.required");
    if (call.mandate_paragraph.empty())
        problems.add_field("mandate_paragraph", "input.required");
    else if (!paragraph_anchor(call.mandate_paragraph))
        problems.add_field("mandate_paragraph", "views.malformed_paragraph");
    if (call.languages.empty()) problems.add_field("languages", "input.required");
    for (const std::string& code : call.languages)
        if (!is_official(code)) problems.add_field("languages", "views.language_unknown", {{"code", code}});
    add_date_problems(call, has_opening, has_deadline, today, problems);
    return problems;
}

Refusal problems_of_extension(const Call& call, std::optional<Day> deadline, std::string_view reason,
                              Day today) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (!deadline) {
        problems.add_field("deadline", "input.required");
    } else {
        if (*deadline <= present_deadline(call))
            problems.add_field("deadline", "views.deadline_not_later",
                               {{"deadline", present_deadline(call).iso()}});
        if (*deadline < today) problems.add_field("deadline", "views.day_past");
    }
    if (trim(reason).empty()) problems.add_field("reason", "input.required");
    return problems;
}

std::optional<std::string> paragraph_anchor(std::string_view paragraph) {
    std::string plain = lowered_without_brackets(paragraph);
    std::string anchor;
    for (std::string_view part : split(plain, ' ')) {
        if (part.empty()) continue;
        if (anchor.empty()) {
            if (!is_number(part)) return std::nullopt;
            anchor = "para-" + std::string(part);
        } else {
            if (!is_item(part)) return std::nullopt;
            anchor += "/" + std::string(part);
        }
    }
    if (anchor.empty()) return std::nullopt;
    return anchor;
}

std::vector<std::string> read_words(std::string_view text) {
    std::vector<std::string> words;
    std::string spaced(text);
    std::ranges::replace_if(
        spaced, [](char c) { return c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t'; }, ' ');
    for (std::string_view word : split(spaced, ' '))
        if (!word.empty() && std::ranges::find(words, word) == words.end()) words.emplace_back(word);
    return words;
}

std::optional<std::vector<Day>> read_days(std::string_view text) {
    std::vector<Day> days;
    for (const std::string& word : read_words(text)) {
        auto day = Day::parse(word);
        if (!day) return std::nullopt;
        days.push_back(*day);
    }
    std::ranges::sort(days);
    return days;
}

std::string write_days(const std::vector<Day>& days) {
    std::string text;
    for (Day day : days) text += (text.empty() ? "" : " ") + day.iso();
    return text;
}

const std::vector<std::string>& official_language_codes() {
    static const std::vector<std::string> codes = {"ar", "zh", "en", "fr", "ru", "es"};
    return codes;
}

Listed listed_as(const Submission& submission) {
    if (submission.kind == SubmitterKind::stakeholder) return Listed::stakeholder;
    if (submission.source == Source::consultation) return Listed::consultation;
    if (!submission.was_called) return Listed::extra;
    return submission.late ? Listed::late : Listed::in_time;
}

std::string_view name_of(Listed listed) {
    switch (listed) {
    case Listed::in_time:
        return "in_time";
    case Listed::late:
        return "late";
    case Listed::extra:
        return "extra";
    case Listed::consultation:
        return "consultation";
    case Listed::stakeholder:
        return "stakeholder";
    }
    return "stakeholder";
}

const std::vector<std::string>& channels() {
    static const std::vector<std::string> all = {"note_verbale", "e_mail", "paper", "meeting"};
    return all;
}

} // namespace poa::views
