// SPDX-License-Identifier: Apache-2.0
#pragma once
// Walks a JSON value by path and collects what is wrong instead of stopping at it.

#include "base/refusal.hpp"
#include "base/time.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace poa::members {

/// A place in a JSON value. What it cannot give it notes in the refusal, and gives an empty value so that
/// reading goes on.
class Place {
  public:
    Place(const boost::json::value* value, std::string path, Refusal& problems)
        : value_(value), path_(std::move(path)), problems_(&problems) {}

    [[nodiscard]] const std::string& path() const { return path_; }
    /// There and not null.
    [[nodiscard]] bool is_given() const { return value_ != nullptr && !value_->is_null(); }
    void problem(std::string code, std::vector<std::pair<std::string, std::string>> facts = {}) const {
        problems_->add_field(path_, std::move(code), std::move(facts));
    }

    [[nodiscard]] Place at(std::string_view key) const;
    /// Calls `f(place)` for each element of a list.
    template <class F> void each(F&& f) const;
    /// Calls `f(key, place)` for each member of an object.
    template <class F> void each_member(F&& f) const;

    /// Text in NFC, not empty, with no control characters and no white space at its ends.
    [[nodiscard]] std::string text() const;
    /// The same; empty where it is missing or null.
    [[nodiscard]] std::string text_if_given() const { return is_given() ? text() : std::string(); }
    [[nodiscard]] int whole_number() const;
    [[nodiscard]] bool truth_if_given() const;
    [[nodiscard]] Day day() const;
    /// The value beside this text in `choices`; otherwise a problem and the first choice.
    template <class T, std::size_t N>
    [[nodiscard]] T choice(const std::pair<std::string_view, T> (&choices)[N]) const {
        const std::string chosen = text();
        for (const auto& [name, value] : choices)
            if (name == chosen) return value;
        if (!chosen.empty()) problem("members.unknown_key", {{"value", chosen}});
        return choices[0].second;
    }
    /// Text that is a key of `known`.
    template <class Map> [[nodiscard]] std::string key_of(const Map& known) const {
        std::string key = text();
        if (!key.empty() && !known.contains(key)) problem("members.unknown_key", {{"value", key}});
        return key;
    }

  private:
    [[nodiscard]] const boost::json::value*
    needed() const; ///< nullptr, with a problem, where there is nothing
    const boost::json::value* value_;
    std::string path_;
    Refusal* problems_;
};

template <class F> void Place::each(F&& f) const {
    const auto* value = needed();
    if (!value) return;
    const auto* list = value->if_array();
    if (!list) return problem("members.wrong_kind", {{"expected", "list"}});
    std::size_t index = 0;
    for (const auto& element : *list)
        f(Place(&element, path_ + "[" + std::to_string(index++) + "]", *problems_));
}

template <class F> void Place::each_member(F&& f) const {
    const auto* value = needed();
    if (!value) return;
    const auto* object = value->if_object();
    if (!object) return problem("members.wrong_kind", {{"expected", "object"}});
    for (const auto& [key, element] : *object)
        f(std::string(key), Place(&element, path_ + "." + std::string(key), *problems_));
}

} // namespace poa::members
