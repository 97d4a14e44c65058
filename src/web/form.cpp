// SPDX-License-Identifier: Apache-2.0
#include "web/form.hpp"

#include "web/refusals.hpp"

namespace poa::web {
namespace {

using namespace html;

std::string field_id(const FieldSpec& field) {
    return "field-" + field.name;
}

/// What to show in the field: what was entered, else what the form begins with.
std::string shown_value(const FieldSpec& field, const Entered& entered, const FormLook& look) {
    if (field.kind == FieldKind::password || field.kind == FieldKind::new_password) return {};
    const InputValues* values = entered.values != nullptr ? entered.values : look.start;
    const InputValues::Value* value = values != nullptr ? values->find(field.name) : nullptr;
    if (value == nullptr) return {};
    using Kind = InputValues::Value::Kind;
    if (value->kind == Kind::number) return std::to_string(value->number);
    if (value->kind == Kind::truth) return value->truth ? "1" : "";
    return value->kind == Kind::text ? value->text : std::string();
}

bool is_shown_chosen(const FieldSpec& field, std::string_view choice, const Entered& entered,
                     const FormLook& look) {
    const InputValues* values = entered.values != nullptr ? entered.values : look.start;
    const InputValues::Value* value = values != nullptr ? values->find(field.name) : nullptr;
    if (value == nullptr) return false;
    if (value->text == choice) return true;
    for (const std::string& each : value->list)
        if (each == choice) return true;
    return false;
}

std::vector<const Reason*> problems_of(const FieldSpec& field, const Entered& entered) {
    std::vector<const Reason*> found;
    if (entered.problems == nullptr) return found;
    for (const Reason& reason : entered.problems->reasons)
        if (reason.field == field.name) found.push_back(&reason);
    return found;
}

std::string_view input_type(FieldKind kind) {
    switch (kind) {
    case FieldKind::email:
        return "email";
    case FieldKind::password:
    case FieldKind::new_password:
        return "password";
    case FieldKind::day:
        return "date";
    case FieldKind::number:
        return "number";
    case FieldKind::file:
        return "file";
    case FieldKind::tick:
        return "checkbox";
    default:
        return "text";
    }
}

std::string_view autocomplete_of(const FieldSpec& field) {
    switch (field.kind) {
    case FieldKind::email:
        return "username";
    case FieldKind::password:
        return "current-password";
    case FieldKind::new_password:
        return "new-password";
    default:
        return "off";
    }
}

Html draw_control(const FieldSpec& field, const Visit& visit, const Entered& entered, const FormLook& look,
                  bool has_problem) {
    std::string described = field_id(field) + "-hint " + field_id(field) + "-problem";
    bool has_description = has_problem || !field.rules.hint.empty();
    std::string shown = shown_value(field, entered, look);
    if (field.kind == FieldKind::text)
        return textarea(css("form-control"), id(field_id(field)), name(field.name), rows(6), dir("auto"),
                        required(field.rules.required), aria_invalid("true", has_problem),
                        aria_describedby(described, has_description), shown);
    if (field.kind == FieldKind::choice)
        return select_(
            css("form-select"), id(field_id(field)), name(field.name), multiple(field.many),
            required(field.rules.required), aria_invalid("true", has_problem),
            aria_describedby(described, has_description),
            when(!field.rules.required && !field.many,
                 [&] { return option(value(""), look.by_get ? visit.in.tr("Any") : std::string_view("—")); }),
            each(field.rules.choices, [&](const Choice& choice) {
                return option(value(choice.value),
                              selected(is_shown_chosen(field, choice.value, entered, look)),
                              visit.in.tr(choice.label));
            }));
    bool tick = field.kind == FieldKind::tick;
    bool text_like = !tick && field.kind != FieldKind::file && field.kind != FieldKind::day;
    return input(css(tick ? "form-check-input" : "form-control"), id(field_id(field)), name(field.name),
                 type(input_type(field.kind)),
                 value(tick ? std::string("1") : shown, field.kind != FieldKind::file),
                 checked(tick && !shown.empty()), required(field.rules.required),
                 maxlength(static_cast<std::int64_t>(field.rules.characters_max), text_like),
                 autocomplete(autocomplete_of(field), text_like), dir("auto", field.kind == FieldKind::line),
                 aria_invalid("true", has_problem), aria_describedby(described, has_description));
}

Html draw_field(const FieldSpec& field, const Visit& visit, const Entered& entered, const FormLook& look) {
    if (field.kind == FieldKind::hidden)
        return input(type("hidden"), name(field.name), value(shown_value(field, entered, look)));
    auto problems = problems_of(field, entered);
    return div(css(field.kind == FieldKind::tick ? "field form-check" : "field"),
               label(css("form-label"), for_(field_id(field)), visit.in.tr(field.rules.label),
                     when(!field.rules.required && field.kind != FieldKind::tick && !look.by_get,
                          [&] { return group(" ", small(visit.in.tr("(if you wish)"))); })),
               when(!field.rules.hint.empty(),
                    [&] {
                        return div(css("field-hint form-text"), id(field_id(field) + "-hint"),
                                   visit.in.tr(field.rules.hint));
                    }),
               draw_control(field, visit, entered, look, !problems.empty()), when(!problems.empty(), [&] {
                   return div(css("field-problem"), id(field_id(field) + "-problem"),
                              each(problems, [&](const Reason* reason) {
                                  return p(entered.sentences->say(*reason, visit.in));
                              }));
               }));
}

/// The fields of the other declaration, as this form sends them: "name.inner".
std::vector<FieldSpec> inner_fields(const FieldSpec& field, const FormLook& look) {
    std::vector<FieldSpec> fields;
    if (look.inside == nullptr) return fields;
    for (FieldSpec inner : look.inside->fields()) {
        inner.name = field.name + "." + inner.name;
        fields.push_back(std::move(inner));
    }
    return fields;
}

Html draw_inner(const FieldSpec& field, const Visit& visit, const Entered& entered, const FormLook& look) {
    const auto inner = inner_fields(field, look);
    if (inner.empty()) return {};
    return fieldset(
        css("field"), legend(visit.in.tr(field.rules.label)),
        each(inner, [&](const FieldSpec& each) { return draw_field(each, visit, entered, look); }));
}

Html token_field(const Visit& visit) {
    if (visit.visitor->form_token().empty()) return {};
    return input(type("hidden"), name("form_token"), value(visit.visitor->form_token()));
}

bool is_in_path(const FieldSpec& field, const Visit& visit) {
    for (const auto& [known, value] : visit.path.all())
        if (known == field.name) return true;
    return false;
}

} // namespace

Html problem_summary(const InputSpec& spec, const Visit& visit, const Entered& entered,
                     const InputSpec* inside) {
    if (entered.problems == nullptr || entered.problems->reasons.empty()) return {};
    auto label_of = [&](const Reason& reason) -> std::string {
        for (const FieldSpec& field : spec.fields()) {
            if (field.name == reason.field) return std::string(visit.in.tr(field.rules.label));
            if (field.kind != FieldKind::fields || inside == nullptr) continue;
            for (const FieldSpec& inner : inside->fields())
                if (field.name + "." + inner.name == reason.field)
                    return std::string(visit.in.tr(inner.rules.label));
        }
        return reason.field;
    };
    auto item = [&](const Reason& reason) -> Html {
        if (reason.field.empty()) return li(entered.sentences->say(reason, visit.in));
        return li(a(href(Url::here("field-" + reason.field)), label_of(reason)), ": ",
                  entered.sentences->say(reason, visit.in));
    };
    return div(css("form-problems notice notice-problem"), role("alert"), tabindex("-1"), autofocus(),
               id("problems"), h2(visit.in.tr("Nothing was changed")),
               ul(each(entered.problems->reasons, item)));
}

Html form_for(const InputSpec& spec, const Url& target, const Visit& visit, const Entered& entered,
              const FormLook& look) {
    Html fields;
    for (const FieldSpec& field : spec.fields())
        if (field.kind == FieldKind::fields)
            fields += draw_inner(field, visit, entered, look);
        else if (look.by_get || !is_in_path(field, visit))
            fields += draw_field(field, visit, entered, look);
    return group(problem_summary(spec, visit, entered, look.inside),
                 form(css(look.css_class), method(look.by_get ? "get" : "post"), action(target),
                      enctype("multipart/form-data", spec.has_upload()), novalidate(!look.by_get),
                      when(!look.by_get, [&] { return token_field(visit); }), fields,
                      button(css("btn btn-primary"), type("submit"), look.submit)));
}

Html button_form(const Url& target, const Visit& visit, std::string_view button_label,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    return form(
        css("button-form"), method("post"), action(target), token_field(visit),
        each(values,
             [](const auto& pair) { return input(type("hidden"), name(pair.first), value(pair.second)); }),
        button(css("btn btn-secondary"), type("submit"), button_label));
}

} // namespace poa::web
