// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of where replies contradict each other, and of what they say of international law. All
// of it is public. Answers stand in the order of the question, States in alphabetical order of the reader's
// language; nothing here ranks them.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::views {

struct ContradictionRow {
    std::string id, title;
    std::string language;               ///< of title and note: English where there is no other
    std::vector<std::string> questions; ///< keys; of those the question set has
    std::int64_t states = 0;            ///< that answer one of them as it is about here
    std::string note;                   ///< what no question asks; empty: nothing is missing
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ContradictionRow, (), (id, title, language, questions, states, note, address))

/// /views/contradictions
struct ContradictionsPage {
    std::vector<ContradictionRow> rows;
};
BOOST_DESCRIBE_STRUCT(ContradictionsPage, (), (rows))

/// Answers that cannot both be followed.
struct AgainstRow {
    std::string one, other;
};
BOOST_DESCRIBE_STRUCT(AgainstRow, (), (one, other))

struct ContradictionQuestion {
    std::string key, label, kind, address;
    bool is_part = false; ///< only the answers the contradiction is about are shown
    std::vector<AgainstRow> against;
    std::vector<std::string> silent; ///< States in whose replies no answer was read
};
BOOST_DESCRIBE_STRUCT(ContradictionQuestion, (), (key, label, kind, address, is_part, against, silent))

/// One actor giving one answer.
struct VoiceRow {
    std::string question, label, answer, actor, name, kind, strength;
    std::string address; ///< of the passage
};
BOOST_DESCRIBE_STRUCT(VoiceRow, (), (question, label, answer, actor, name, kind, strength, address))

/// /views/contradictions/{contradiction}
struct ContradictionPage {
    std::string id, title, language, note;
    std::string earlier, later; ///< ids of the neighbours; empty at the ends
    std::vector<ContradictionQuestion> questions;
    std::vector<VoiceRow> rows; ///< question by question, answer by answer
};
BOOST_DESCRIBE_STRUCT(ContradictionPage, (), (id, title, language, note, earlier, later, questions, rows))

/// What one reply says of one topic of international law.
struct LawRow {
    std::string actor, name, kind;
    std::optional<Day> day; ///< of the paper
    std::string language;   ///< of the paper; empty: not said
    std::string question, topic, answer, strength;
    std::string address; ///< of the passage
};
BOOST_DESCRIBE_STRUCT(LawRow, (),
                      (actor, name, kind, day, language, question, topic, answer, strength, address))

/// /views/international-law
struct LawPage {
    std::vector<std::string> encouraging; ///< States that ask for national positions to be made known
    std::vector<LawRow> rows;             ///< actor by actor
};
BOOST_DESCRIBE_STRUCT(LawPage, (), (encouraging, rows))

} // namespace poa::views
