// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: positions question by question and actor by actor. Every drawing has its table.

#include "capabilities/views/pages_drawing.hpp"
#include "capabilities/views/pages_matrix.hpp"

namespace poa::views {

[[nodiscard]] web::Screen draw_matrix(const MatrixPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_questions(const QuestionsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_actors(const ActorsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_actor(const ActorPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_compare(const ComparePage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_coders(const CodersPage& page, const web::Visit& visit);

/// "AUS CAN": each a link to its actor; "none" in words where there are none.
[[nodiscard]] web::Html code_links(const std::vector<std::string>& codes, const web::Visit& visit);
/// One field of a filter: choose a group of States, a pillar.
[[nodiscard]] web::Html group_field(const std::vector<GroupChoice>& groups, std::string_view chosen,
                                    const web::Visit& visit);
[[nodiscard]] web::Html pillar_field(const std::vector<PillarRow>& pillars, std::string_view chosen,
                                     std::string_view none_words, const web::Visit& visit);
/// How a question is answered: "one of these answers", "yes or no" ...
[[nodiscard]] std::string_view kind_words(std::string_view kind, const web::Visit& visit);
/// "0.42", "-0.10": with so many digits behind the point.
[[nodiscard]] std::string decimal(double number, int digits = 2);
/// Title, way back, heading and other faces of a page of this part.
[[nodiscard]] web::Screen begin_screen(std::string title, std::string_view description,
                                       const web::Visit& visit, bool is_list = true);
/// An address of ours out of a page struct.
[[nodiscard]] web::Url local_url(std::string_view address);

} // namespace poa::views
