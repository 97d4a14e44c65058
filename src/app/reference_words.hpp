// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words of the reference by topic, one file each (reference_words_TOPIC.cpp): a command's row stands in
// the file of its room.

#include "app/reference.hpp"

#include <vector>

namespace poa::app {

[[nodiscard]] std::vector<CommandWords> words_of_people();
[[nodiscard]] std::vector<CommandWords> words_of_texts();
[[nodiscard]] std::vector<CommandWords> words_of_rules();
[[nodiscard]] std::vector<CommandWords> words_of_decisions();
[[nodiscard]] std::vector<CommandWords> words_of_reports();
[[nodiscard]] std::vector<CommandWords> words_of_reviews();

} // namespace poa::app
