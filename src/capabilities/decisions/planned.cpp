// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/planned.hpp"

#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/proposal.hpp"

#include <map>
#include <mutex>
#include <tuple>

namespace poa::decisions {
namespace {

constexpr std::size_t remembered_max = 20'000;

struct Planned {
    Day from; ///< holds from that day on
    std::optional<Day> then;
};

class Plans {
  public:
    /// `what` comes next after that day by that text; else `find()`, which is remembered for all days from it
    /// to the one that was found.
    template <class Find>
    std::optional<Day> of(const Sha256& text, std::string_view what, Day day, Find&& find) {
        {
            const std::scoped_lock lock(mutex_);
            if (const Planned* known = known_at(text, what, day)) return known->then;
        }
        const std::optional<Day> then = find();
        const std::scoped_lock lock(mutex_);
        if (plans_.size() >= remembered_max) plans_.clear();
        const Day last = then.value_or(day);
        Planned& kept = plans_.try_emplace({text, std::string(what), last}, day, then).first->second;
        kept.from = std::min(kept.from, day);
        return then;
    }

  private:
    using Key = std::tuple<Sha256, std::string, Day>; ///< the day is the last for which it holds

    const Planned* known_at(const Sha256& text, std::string_view what, Day day) const {
        const auto found = plans_.lower_bound({text, std::string(what), day});
        if (found == plans_.end() || std::get<0>(found->first) != text || std::get<1>(found->first) != what)
            return nullptr;
        return found->second.from <= day ? &found->second : nullptr;
    }

    std::mutex mutex_;
    std::map<Key, Planned> plans_;
};

Plans& plans() {
    static Plans remembered;
    return remembered;
}

} // namespace

std::optional<Day> planned_meeting(const charter::CharterInForce& in_force, std::string_view body, Day day) {
    return plans().of(in_force.digest, body, day, [&] { return next_meeting(in_force.charter, body, day); });
}

std::optional<Day> planned_end_of_accreditation(const charter::CharterInForce& in_force, Day given) {
    return plans().of(in_force.digest, "accreditation", given,
                      [&] { return accredited_until(in_force.charter, given); });
}

} // namespace poa::decisions
