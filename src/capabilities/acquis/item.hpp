// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the framework is made of: instruments, items below them, subjects, practical actions. Pure.

#include "base/time.hpp"
#include "capabilities/acquis/words.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::acquis {

/// A norm is voluntary, law is law: an item is of one kind for ever (A/78/76, Egypt para. 4: norms neither
/// limit nor replace what law obliges to or entitles to).
enum class ItemKind : std::uint8_t {
    norm,
    international_law,
    confidence_building,
    capacity_principle,
    threat, ///< context, not part of what was agreed to be done
    institution,
    legally_binding_option, ///< to be studied, by decision alone
};
[[nodiscard]] std::span<const ItemKind> all_item_kinds();
[[nodiscard]] std::string_view name_of(ItemKind kind);  ///< "international_law"
[[nodiscard]] std::string_view title_of(ItemKind kind); ///< source string: "International law"
[[nodiscard]] std::optional<ItemKind> parse_item_kind(std::string_view name);

/// The part of the framework that a kind belongs to (A/78/76 paras 5, 9).
enum class Pillar : std::uint8_t {
    threats,
    norms,
    international_law,
    confidence_building,
    capacity_building,
    institutions,
};
[[nodiscard]] Pillar pillar_of(ItemKind kind);
[[nodiscard]] std::span<const Pillar> all_pillars();
[[nodiscard]] std::string_view name_of(Pillar pillar);
[[nodiscard]] std::string_view title_of(Pillar pillar); ///< source string
[[nodiscard]] std::optional<Pillar> parse_pillar(std::string_view name);

/// Where something is done: "national", "regional", "global".
inline constexpr std::string_view all_levels[] = {"national", "regional", "global"};
[[nodiscard]] bool is_level(std::string_view text);

/// How an instrument came to be: `not_known` where nobody has held it against the record.
enum class Adoption : std::uint8_t { consensus, without_a_vote, vote, not_known };
[[nodiscard]] std::string_view name_of(Adoption adoption);
[[nodiscard]] std::optional<Adoption> parse_adoption(std::string_view name);
[[nodiscard]] inline bool is_by_consensus(Adoption adoption) {
    return adoption == Adoption::consensus || adoption == Adoption::without_a_vote;
}

struct Instrument {
    std::string key;    ///< "a-70-174"
    std::string symbol; ///< "A/70/174"
    std::string kind;   ///< "report", "resolution", "decision", "declaration"
    std::string body;   ///< that adopted it
    std::int64_t year = 0;
    Adoption adoption = Adoption::not_known;
    bool is_of_framework = false; ///< else it is recorded as context, and no item comes from it
    std::string route;            ///< "report_endorsed", "review_conference"; empty: told nowhere
    std::string endorsed_by;      ///< symbol; empty: none
    Words titles;
    bool is_inferred = false; ///< nobody has held it against the place named
    std::string note;
    bool operator==(const Instrument&) const = default;
};

struct Topic {
    std::string key;
    Words names;
    std::string under; ///< the subject this one is a sector of; empty: none
    bool operator==(const Topic&) const = default;
};

struct SourcePlace {
    std::string instrument; ///< key
    std::string paragraph;  ///< "13 (f)"
    bool operator==(const SourcePlace&) const = default;
};

/// What a registration says of an item.
struct Item {
    std::string key; ///< "norm-f": stays for ever
    ItemKind kind = ItemKind::norm;
    std::string designation; ///< "f"; empty: none
    std::vector<std::string> levels;
    Words titles;
    Words summaries; ///< in the platform's words; the source is what counts
    SourcePlace source;
    std::vector<SourcePlace> also; ///< where it is said again or explained
    bool is_inferred = false;
    std::vector<std::string> topics; ///< keys
    std::vector<std::string> links;  ///< keys of items it belongs with
    bool is_fixed = false;           ///< a foundation that nothing later rewords
    bool operator==(const Item&) const = default;
};

/// A practical action of the voluntary list, which reports tell the progress of.
struct ChecklistEntry {
    std::string key;  ///< "norm-f-1"
    std::string item; ///< key
    std::string level;
    Words titles;
    bool is_inferred = false;
    bool operator==(const ChecklistEntry&) const = default;
};

/// What is registered in one act.
struct Registration {
    std::string title, note;
    std::string checklist_note; ///< what the list of practical actions is and is not; empty: as before
    std::vector<Instrument> instruments;
    std::vector<Topic> topics;
    std::vector<Item> items;
    std::vector<ChecklistEntry> checklists;
    std::vector<std::string> removals; ///< what somebody asked to take away: never done
};

} // namespace poa::acquis
