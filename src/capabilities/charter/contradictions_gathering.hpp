// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the checks of contradictions.hpp speak: each names clauses and says a code. Only they include it.

#include "capabilities/charter/contradictions.hpp"

#include <algorithm>

namespace poa::charter {

using Facts = std::vector<std::pair<std::string, std::string>>;

class Gathering {
  public:
    explicit Gathering(const Charter& charter) : charter_(charter) {}

    /// Needs: a code of contradiction_sentences().
    template <class... Types> void add(std::string_view code, Facts facts, Clause<Types>... between) {
        std::vector<std::size_t> clauses{between.index...};
        std::ranges::sort(clauses);
        add_between(code, std::move(facts), std::move(clauses));
    }
    /// The same between clauses by their indices, in order.
    void add_between(std::string_view code, Facts facts, std::vector<std::size_t> clauses) {
        found_.push_back(
            Contradiction{std::string(code), severity_of(code), std::move(clauses), std::move(facts)});
    }
    template <class Type> [[nodiscard]] decltype(auto) operator[](Clause<Type> name) const {
        return charter_[name];
    }
    template <class Type> [[nodiscard]] const typename Type::Value* find(Clause<Type> name) const {
        return charter_.find(name);
    }
    template <class Type> [[nodiscard]] std::string text(Clause<Type> name) const {
        return text_of(charter_.entry(name).value);
    }
    [[nodiscard]] bool lists(Clause<SomeOf> name, std::string_view one) const {
        const auto& all = charter_[name];
        return std::ranges::find(all, one) != all.end();
    }
    [[nodiscard]] const Charter& charter() const { return charter_; }
    [[nodiscard]] std::vector<Contradiction> taken() && { return std::move(found_); }

  private:
    [[nodiscard]] static Severity severity_of(std::string_view code);
    const Charter& charter_;
    std::vector<Contradiction> found_;
};

/// Some whole number of years of the span is a whole number of intervals.
[[nodiscard]] bool has_multiple_of(const Span& years, std::int64_t every_months);

void gather_on_founding(Gathering& gathering);
void gather_on_meetings(Gathering& gathering);
void gather_on_groups(Gathering& gathering);
void gather_on_room(Gathering& gathering);
void gather_on_rights(Gathering& gathering);
void gather_on_rules(Gathering& gathering);
void gather_on_work(Gathering& gathering);

} // namespace poa::charter
