// SPDX-License-Identifier: Apache-2.0
#pragma once
// A command's input, declared once: name, type, limits and wording of each field. Reading a form or a JSON
// body, the list of field problems, the HTML form (web/form), the OpenAPI schema (web/openapi) and the
// reference page all come from this one declaration.
//
//   const Input<SignIn>& input_of(Of<SignIn>) {
//       static const auto input = Input<SignIn>("identity.sign_in")
//           .email("email", &SignIn::email, {.label = N_("E-mail address")})
//           .secret("password", &SignIn::password, {.label = N_("Password")});
//       return input;
//   }

#include "base/audience.hpp"
#include "base/bytes.hpp"
#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Marks a source string for translators where it is declared; it is translated where it is shown.
#ifndef N_
#define N_(text) text
#endif

namespace poa {

enum class FieldKind {
    line,
    text,
    email,
    password,
    new_password,
    day,
    number,
    choice,
    tick,
    hidden,
    file,
    fields
};

struct Choice {
    std::string_view value; ///< as sent
    std::string_view label; ///< as shown (source string)
};

/// Limits and wording. Texts are source strings (English), translated where they are shown.
struct FieldRules {
    std::string_view label;
    std::string_view hint = {};
    bool required = true;
    std::size_t characters_max = 200; ///< of text; of a file: bytes_max counts instead
    std::size_t characters_min = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::size_t bytes_max = 0; ///< of a file
    std::vector<Choice> choices = {};
};

/// One declared field, without its C++ type.
struct FieldSpec {
    std::string name;
    FieldKind kind = FieldKind::line;
    FieldRules rules;
    bool many = false; ///< a list
};

/// A file that came with a multipart form.
struct Upload {
    std::string filename; ///< as the sender called it; never used as a path
    std::string content_type;
    std::string content;
};

/// What came, before it is known to be right: from a form (all text) or a JSON object (typed).
class InputValues {
  public:
    struct Value {
        enum class Kind { text, number, truth, list, upload, fields, other };
        Kind kind = Kind::text;
        std::string text; ///< of text; of `other`, its JSON
        std::int64_t number = 0;
        bool truth = false;
        std::vector<std::string> list; ///< of texts
        Upload upload;
        std::shared_ptr<const InputValues> fields; ///< values of another declaration
    };
    /// From a form or a query string: repeated names become a list.
    [[nodiscard]] static InputValues from_pairs(std::span<const std::pair<std::string, std::string>> pairs);
    /// From one JSON object. Refuses what `parse_json` refuses, and anything but an object
    /// ("json.not_an_object"). Null stands for a field that is not given.
    [[nodiscard]] static Result<InputValues> from_json(std::string_view text);
    void set(std::string name, std::string text);
    void set(std::string name, Upload upload);
    [[nodiscard]] const Value* find(std::string_view name) const;
    /// What was sent for another declaration under `name`: a form's "name.inner", a JSON object's object.
    /// Nothing where there is none; refuses as from_json.
    [[nodiscard]] Result<InputValues> inside(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, Value>>& all() const { return values_; }
    [[nodiscard]] bool is_typed() const {
        return typed_;
    } ///< JSON: unknown names and wrong types are problems

  private:
    Value& place(std::string name);
    std::vector<std::pair<std::string, Value>> values_;
    bool typed_ = false;
};

/// The declaration without the C++ type it fills.
class InputSpec {
  public:
    explicit InputSpec(std::string name) : name_(std::move(name)) {}
    [[nodiscard]] const std::string& name() const { return name_; } ///< "identity.sign_in"
    [[nodiscard]] const std::vector<FieldSpec>& fields() const { return fields_; }
    [[nodiscard]] bool has_upload() const;

  protected:
    /// Puts one value into the target; adds to `problems` what is wrong with it. `value` is null when not
    /// given.
    using Read = std::function<void(void* target, const FieldSpec& field, const InputValues::Value* value,
                                    Refusal& problems)>;
    void add(FieldSpec field, Read read);
    /// All fields, all problems.
    [[nodiscard]] Refusal read_into(void* target, const InputValues& values) const;

  private:
    std::string name_;
    std::vector<FieldSpec> fields_;
    std::vector<Read> reads_;
};

// What one value must be to be taken; nothing and a problem added otherwise. Codes: input.required,
// input.too_long (max), input.too_short (min), input.not_text, input.not_email, input.not_a_day,
// input.not_a_number, input.too_small (least), input.too_large (most), input.not_a_choice, input.not_a_truth,
// input.unknown_field, input.file_too_large (max).
namespace reading {
std::optional<std::string> text(const FieldSpec&, const InputValues::Value*, Refusal& problems);
std::optional<std::int64_t> number(const FieldSpec&, const InputValues::Value*, Refusal& problems);
std::optional<Day> day(const FieldSpec&, const InputValues::Value*, Refusal& problems);
bool truth(const FieldSpec&, const InputValues::Value*, Refusal& problems);
std::optional<std::vector<std::string>> texts(const FieldSpec&, const InputValues::Value*, Refusal& problems);
std::optional<Upload> upload(const FieldSpec&, const InputValues::Value*, Refusal& problems);
std::optional<InputValues> fields(const FieldSpec&, const InputValues::Value*, Refusal& problems);
} // namespace reading

template <class T> class Input : public InputSpec {
  public:
    using InputSpec::fields;
    using InputSpec::InputSpec;

    Input& line(std::string name, std::string T::*member, FieldRules rules) {
        return text_field(std::move(name), FieldKind::line, member, std::move(rules));
    }
    Input& email(std::string name, std::string T::*member, FieldRules rules) {
        rules.characters_max = std::min<std::size_t>(rules.characters_max, 254);
        return text_field(std::move(name), FieldKind::email, member, std::move(rules));
    }
    Input& multiline(std::string name, std::string T::*member, FieldRules rules) {
        return text_field(std::move(name), FieldKind::text, member, std::move(rules));
    }
    Input& hidden(std::string name, std::string T::*member, FieldRules rules = {}) {
        return text_field(std::move(name), FieldKind::hidden, member, std::move(rules));
    }
    /// A secret that the form carries along unseen, such as the token of a one-time link.
    Input& hidden(std::string name, Secret T::*member, FieldRules rules = {}) {
        return add_secret(std::move(name), FieldKind::hidden, member, std::move(rules));
    }
    /// One of `rules.choices`, as its value.
    Input& choice(std::string name, std::string T::*member, FieldRules rules) {
        return text_field(std::move(name), FieldKind::choice, member, std::move(rules));
    }
    Input& secret(std::string name, Secret T::*member, FieldRules rules, bool is_new = false) {
        rules.characters_max = std::max<std::size_t>(rules.characters_max, 256);
        return add_secret(std::move(name), is_new ? FieldKind::new_password : FieldKind::password, member,
                          std::move(rules));
    }
    Input& number(std::string name, std::int64_t T::*member, FieldRules rules) {
        return add_read(
            std::move(name), FieldKind::number, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::number(field, value, problems)) target.*member = *found;
            });
    }
    template <class Of> Input& id(std::string name, Id<Of> T::*member, FieldRules rules = {}) {
        rules.least = 1;
        return add_read(
            std::move(name), FieldKind::hidden, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::number(field, value, problems)) target.*member = Id<Of>{*found};
            });
    }
    Input& day(std::string name, std::optional<Day> T::*member, FieldRules rules) {
        return add_read(
            std::move(name), FieldKind::day, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                target.*member = reading::day(field, value, problems);
            });
    }
    Input& tick(std::string name, bool T::*member, FieldRules rules) {
        rules.required = false;
        return add_read(
            std::move(name), FieldKind::tick, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                target.*member = reading::truth(field, value, problems);
            });
    }
    Input& audience(std::string name, Audience T::*member, FieldRules rules);
    /// Several values; with `rules.choices` each must be one of them.
    Input& several(std::string name, std::vector<std::string> T::*member, FieldRules rules) {
        return add_read(
            std::move(name), rules.choices.empty() ? FieldKind::line : FieldKind::choice, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::texts(field, value, problems)) target.*member = std::move(*found);
            },
            true);
    }
    Input& upload(std::string name, Upload T::*member, FieldRules rules) {
        return add_read(
            std::move(name), FieldKind::file, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::upload(field, value, problems)) target.*member = std::move(*found);
            });
    }

    /// The values of another declaration, chosen by what else was sent; read with that one. Sent by a form as
    /// "name.inner", in JSON as an object.
    Input& fields(std::string name, InputValues T::*member, FieldRules rules) {
        rules.required = false;
        return add_read(
            std::move(name), FieldKind::fields, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::fields(field, value, problems)) target.*member = std::move(*found);
            });
    }

    /// The typed request, or every problem at once (kind bad_input).
    [[nodiscard]] Result<T> parse(const InputValues& values) const {
        T target{};
        Refusal problems = read_into(&target, values);
        if (!problems.reasons.empty()) return refuse(std::move(problems));
        return target;
    }

  private:
    template <class F>
    Input& add_read(std::string name, FieldKind kind, FieldRules rules, F read, bool many = false) {
        add(FieldSpec{std::move(name), kind, std::move(rules), many},
            [read](void* target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                read(*static_cast<T*>(target), field, value, problems);
            });
        return *this;
    }
    Input& add_secret(std::string name, FieldKind kind, Secret T::*member, FieldRules rules) {
        return add_read(
            std::move(name), kind, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::text(field, value, problems)) target.*member = Secret(*found);
            });
    }
    Input& text_field(std::string name, FieldKind kind, std::string T::*member, FieldRules rules) {
        return add_read(
            std::move(name), kind, std::move(rules),
            [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                if (auto found = reading::text(field, value, problems)) target.*member = std::move(*found);
            });
    }
};

/// The choices of an audience, narrow to wide, with their wording.
[[nodiscard]] const std::vector<Choice>& audience_choices();

template <class T> Input<T>& Input<T>::audience(std::string name, Audience T::*member, FieldRules rules) {
    rules.choices = audience_choices();
    return add_read(
        std::move(name), FieldKind::choice, std::move(rules),
        [member](T& target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
            if (auto found = reading::text(field, value, problems))
                if (auto audience = parse_audience(*found)) target.*member = *audience;
        });
}

/// Picks the overload of `input_of` for a request type.
template <class T> struct Of {};

} // namespace poa
