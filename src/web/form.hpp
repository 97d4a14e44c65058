// SPDX-License-Identifier: Apache-2.0
#pragma once
// The HTML form of a declared input, with what was entered and what is wrong with it.

#include "base/input.hpp"
#include "web/html.hpp"
#include "web/visit.hpp"

#include <string_view>

namespace poa::web {

class Sentences;

/// What a form was sent with. All null when it is drawn for the first time.
struct Entered {
    const InputValues* values = nullptr;
    const Refusal* problems = nullptr;
    const Sentences* sentences = nullptr;
};

struct FormLook {
    std::string_view submit; ///< wording of the button, translated
    bool by_get = false;     ///< a search or filter: values go into the address
    std::string_view css_class = "form";
    const InputValues* start = nullptr; ///< values to begin with, where nothing was entered
    const InputSpec* inside = nullptr;  ///< the declaration of the form's field of kind `fields`
};

/// The problems of the request as a whole and of each field, linking to the fields; empty where there are
/// none. `inside`: as in FormLook.
[[nodiscard]] Html problem_summary(const InputSpec& spec, const Visit& visit, const Entered& entered,
                                   const InputSpec* inside = nullptr);

/// The whole form: problems, fields with labels, hints and their problems, the token, the button. Passwords
/// and files are never filled in again. Fields named in the address's path are left out: `action` carries
/// them.
[[nodiscard]] Html form_for(const InputSpec& spec, const Url& action, const Visit& visit,
                            const Entered& entered, const FormLook& look);

/// A form of one button without visible fields; `values` go as hidden fields.
[[nodiscard]] Html
button_form(const Url& action, const Visit& visit, std::string_view label,
            std::initializer_list<std::pair<std::string_view, std::string_view>> values = {});

} // namespace poa::web
