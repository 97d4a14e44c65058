// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/reading.hpp"

#include "base/text.hpp"

#include <limits>

namespace poa::members {

const boost::json::value* Place::needed() const {
    if (is_given()) return value_;
    problem("members.missing");
    return nullptr;
}

Place Place::at(std::string_view key) const {
    const boost::json::object* object = value_ ? value_->if_object() : nullptr;
    const boost::json::value* found = object ? object->if_contains({key.data(), key.size()}) : nullptr;
    return {found, path_.empty() ? std::string(key) : path_ + "." + std::string(key), *problems_};
}

std::string Place::text() const {
    const auto* value = needed();
    if (!value) return {};
    const auto* string = value->if_string();
    if (!string) {
        problem("members.wrong_kind", {{"expected", "text"}});
        return {};
    }
    const std::string_view text(string->data(), string->size());
    if (trim(text).empty()) {
        problem("members.empty");
        return {};
    }
    if (!is_plain_text(text) || trim(text).size() != text.size()) {
        problem("members.not_plain");
        return {};
    }
    return nfc(text);
}

int Place::whole_number() const {
    const auto* value = needed();
    if (!value) return 0;
    const auto* number = value->if_int64();
    if (number && *number >= 0 && *number <= std::numeric_limits<int>::max())
        return static_cast<int>(*number);
    problem("members.wrong_kind", {{"expected", "whole number"}});
    return 0;
}

bool Place::truth_if_given() const {
    if (!is_given()) return false;
    if (const auto* truth = value_->if_bool()) return *truth;
    problem("members.wrong_kind", {{"expected", "true or false"}});
    return false;
}

Day Place::day() const {
    const std::string written = text();
    if (written.empty()) return {};
    if (const auto day = Day::parse(written)) return *day;
    problem("members.bad_day", {{"value", written}});
    return {};
}

} // namespace poa::members
