// SPDX-License-Identifier: Apache-2.0
#pragma once
// The register of what the mechanism agreed: every item with all its versions, each by the decision that made
// it. Nothing in it is ever changed or taken away: a further version ends the one before, and any past day
// can be asked. Pure; the register itself is read with store_agreed.hpp and written by effects alone.

#include "base/id.hpp"
#include "base/time.hpp"
#include "capabilities/charter/rules.hpp"
#include "capabilities/decisions/proposal.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

enum class AgreedKind : std::uint8_t {
    acquis_item, ///< of the framework: a norm, a principle, a measure
    recommendation,
    group,
    programme_of_work,
    survey_template,
    capacity_areas,
    fund,
    label,
    office, ///< who holds it: the Chair, a co-facilitator
    accreditation,
    outcome, ///< a report or a declaration
    transmission,
};
[[nodiscard]] std::span<const AgreedKind> all_agreed_kinds();
[[nodiscard]] std::string_view name_of(AgreedKind kind);  ///< "acquis_item"
[[nodiscard]] std::string_view title_of(AgreedKind kind); ///< source string, plural: "Recommendations"
[[nodiscard]] std::optional<AgreedKind> parse_agreed_kind(std::string_view name);

/// Further properties by name; names are fixed by each kind's effects. Lists: one a line.
using Attributes = std::map<std::string, std::string, std::less<>>;
/// One JSON object of texts, names in order. And back; nothing where the text is anything else.
[[nodiscard]] std::string text_of(const Attributes& attributes);
[[nodiscard]] std::optional<Attributes> parse_attributes(std::string_view text);

/// The decision that did something.
struct ByDecision {
    Id<Proposal> proposal;
    std::string symbol;
    bool operator==(const ByDecision&) const = default;
};

struct AgreedVersion {
    AgreedKind kind = AgreedKind::outcome;
    std::string key;          ///< a slug: "capacity"; the same in all versions
    std::int64_t version = 0; ///< from 1, without gaps
    std::string title;        ///< in the language of its decision
    std::string text;         ///< as it was put; paragraphs are divided by empty lines
    Attributes attributes;    ///< "language": of title and text
    Instant since;
    ByDecision by;
    bool ends = false;            ///< this version says that the item holds no more
    std::optional<Instant> until; ///< from when another version, or none, holds
    std::optional<ByDecision> ended_by;
    /// Of an attribute; empty where it has none.
    [[nodiscard]] std::string_view at(std::string_view name) const;
    [[nodiscard]] std::optional<Day> day_at(std::string_view name) const;
    bool operator==(const AgreedVersion&) const = default;
};

/// A slug of at most 64 characters, that a key must be.
[[nodiscard]] bool is_agreed_key(std::string_view text);
/// "agreed:group:capacity", for the journal.
[[nodiscard]] std::string subject_of(AgreedKind kind, std::string_view key);
/// "/agreed/group/capacity".
[[nodiscard]] std::string url_of(AgreedKind kind, std::string_view key);

/// The same day so many months on; the last of the month where it has no such day.
[[nodiscard]] Day months_after(Day day, std::int64_t months);

/// The last day on which a recommendation holds unless it is confirmed (A/78/76, Italy: validated at least
/// yearly; clause 8.11): counted from its last confirmation. Nothing where the charter asks for none.
[[nodiscard]] std::optional<Day> holds_until(const charter::Charter& charter,
                                             const AgreedVersion& recommendation);
/// The last day of an accreditation given on that day (clause 15.9): of the next plenary that is not over, or
/// of the cycle, which ends with the next review of progress or review conference (our reading: no clause
/// says where a cycle ends). Nothing where it holds until withdrawn, and where the charter plans no such
/// meeting.
[[nodiscard]] std::optional<Day> accredited_until(const charter::Charter& charter, Day given);
/// Computed, never stored: it was not confirmed in time.
[[nodiscard]] bool has_lapsed(const charter::Charter& charter, const AgreedVersion& recommendation, Day day);

/// A working group, from the charter's list or by a decision.
struct WorkingGroup {
    std::string id, title, topic;
    std::string mandate, objective, outcome; ///< empty of those the charter began with
    Day first;
    std::optional<Day> last;      ///< its sunset; nothing: none
    std::optional<ByDecision> by; ///< nothing: by the charter itself
    [[nodiscard]] bool meets_on(Day day) const { return first <= day && (!last || day <= *last); }
    bool operator==(const WorkingGroup&) const = default;
};
/// All that the charter or a decision made, over or not, by id. `register_`: what holds of kind group.
[[nodiscard]] std::vector<WorkingGroup> working_groups(const charter::Charter& charter,
                                                       std::span<const AgreedVersion> register_);
/// How many of them there are on the busiest day of the days given, both included.
[[nodiscard]] std::int64_t most_at_once(std::span<const WorkingGroup> groups, Day first, Day last);

/// Sentences of a text, white space at their ends and doubled within taken away; a paragraph ends one.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view text);
/// Sentences of the present text that the next one has not, word for word: each as often as it is missing.
[[nodiscard]] std::vector<std::string> dropped_sentences(std::string_view present, std::string_view next);

} // namespace poa::decisions
