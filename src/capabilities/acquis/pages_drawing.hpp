// SPDX-License-Identifier: Apache-2.0
#pragma once
// Pages of the framework, drawn.

#include "capabilities/acquis/pages.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::acquis {

[[nodiscard]] web::Screen draw_framework(const FrameworkPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_item(const ItemPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_instruments(const InstrumentsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_versions(const VersionsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_compendium(const CompendiumPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_recommendations(const RecommendationsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_notes(const NotesPage& page, const web::Visit& visit);
/// With the forms of who may go on with it or take it back.
[[nodiscard]] web::Screen draw_note(const NotePage& page, const web::Visit& visit,
                                    const web::Entered& entered);
[[nodiscard]] web::Screen draw_new_note(const NewNotePage& page, const web::Visit& visit,
                                        const web::Entered& entered);
[[nodiscard]] web::Screen draw_register(const RegisterPage& page, const web::Visit& visit,
                                        const web::Entered& entered);

} // namespace poa::acquis
