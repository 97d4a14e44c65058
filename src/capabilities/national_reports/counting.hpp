// SPDX-License-Identifier: Apache-2.0
#pragma once
// What answers add up to, without telling what a State keeps to itself. The reasons, the attacks it was tried
// against and what it does not promise stand in docs/design/0008-counting.md. Pure.
//
// An answer that a reader may see counts openly. One that the reader may not see, and that its State lets be
// counted, counts only as part of a batch: at least `batch_least` States of one regional group whose answers
// are hidden from the same readers, counted together once and never again in another company. When a batch
// closes depends on who answered and never on what; so neither two tables, nor two days, nor two readers can
// be subtracted so that one State is left, and neither does a batch that is not shown tell why.

#include "base/function_ref.hpp"
#include "base/time.hpp"
#include "capabilities/national_reports/answer.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

/// What became of one State's answer to one question for one year.
struct AnswerEvent {
    Instant at;
    std::string state;               ///< ISO3
    std::string group;               ///< regional group; empty: none, so it counts only where it is seen
    bool stands = true;              ///< false: withdrawn, or a revision left it out
    std::vector<std::string> values; ///< keys chosen
    Sharing sharing;
    bool operator==(const AnswerEvent&) const = default;
};

struct CountRules {
    std::size_t batch_least = 5;
    /// Any of `values` may be chosen: each counts as a yes or no of its own. Else one.
    bool several = false;
    /// Whether the question was put depends on another answer. Then who answered tells what that one was: it
    /// counts only where it is seen.
    bool conditional = false;
    std::vector<std::string> values; ///< that can be chosen; others are not counted where `several`
};

/// Answers counted together. What it holds never changes, but it may fall.
struct Batch {
    std::string group;
    Audience audience = Audience::own_delegation; ///< who sees its answers, with `parties`
    std::vector<std::string> parties;
    Instant at;                      ///< when it was complete
    std::vector<std::string> states; ///< whose answers
    /// How many chose each value. Left out where the number would tell one of these States what another chose
    /// (of one value among several: all of them).
    std::map<std::string, std::int64_t> counts;
    /// One of its States withdrew its answer or does not let it be counted any more.
    bool fallen = false;
    [[nodiscard]] bool is_shown() const { return !fallen && !counts.empty(); }
};

struct ValueCount {
    std::string value;
    std::vector<std::string> states; ///< counted openly, by code
    std::int64_t hidden = 0;         ///< in batches
    bool is_whole = true; ///< false: batches are counted here whose number for this value is not told
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(states.size()) + hidden; }
};

/// Answers of one group, as one reader may know them.
struct GroupCount {
    std::string group;
    std::int64_t answered = 0;      ///< counted here, openly or in batches
    std::vector<ValueCount> values; ///< those of the rules in their order, then others
    std::int64_t uncounted = 0;     ///< further answers; for words only: see told_uncounted
};

class AnswerCounter {
  public:
    explicit AnswerCounter(CountRules rules) : rules_(std::move(rules)) {}
    /// Needs events in the order of their time.
    void take(const AnswerEvent& event);

    /// `sees`: whether the reader may see that answer. By group, those with an answer alone.
    [[nodiscard]] std::vector<GroupCount> counted_for(FunctionRef<bool(const AnswerEvent&)> sees) const;
    [[nodiscard]] const std::vector<Batch>& batches() const { return batches_; }
    /// The answers that stand, by State.
    [[nodiscard]] const std::map<std::string, AnswerEvent>& standing() const { return standing_; }

  private:
    struct Layer {
        std::string group;
        Audience audience;
        std::vector<std::string> parties;
        auto operator<=>(const Layer&) const = default;
    };
    [[nodiscard]] std::optional<Layer> layer_of(const AnswerEvent& event) const;
    void wait(const AnswerEvent& event);
    void close(const Layer& layer, std::vector<std::string>& waiting, Instant at);
    void fell(const AnswerEvent& event);
    [[nodiscard]] std::map<std::string, std::int64_t> safe_counts(const Batch& batch) const;
    [[nodiscard]] std::map<std::string, bool> in_shown_batch(FunctionRef<bool(const AnswerEvent&)> sees,
                                                             std::vector<const Batch*>& shown) const;

    CountRules rules_;
    std::map<std::string, AnswerEvent> standing_;
    std::map<Layer, std::vector<std::string>> waiting_;
    std::map<std::string, std::size_t> batch_of_; ///< by State: a State is in one batch at most
    std::vector<Batch> batches_;
};

/// The sum of the groups: nothing is known of all that is not known of each.
[[nodiscard]] GroupCount world_of(const std::vector<GroupCount>& groups);

/// The number that may be told of further answers: nothing below `least`, for then "some" is all that is
/// said.
[[nodiscard]] std::optional<std::int64_t> told_uncounted(std::int64_t uncounted, std::size_t least = 5);

/// Of two States taken at random, how many levels they are apart (mean absolute difference; 0: all the same),
/// from numbers of States by level, lowest first. Nothing with fewer than two States. It ranks nobody.
[[nodiscard]] std::optional<double> levels_apart(const std::vector<std::int64_t>& by_level);

} // namespace poa::national_reports
