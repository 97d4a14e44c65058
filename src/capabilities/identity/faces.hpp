// SPDX-License-Identifier: Apache-2.0
#pragma once
// The front header of identity for the faces (pages, modules) of all capabilities: who asks.

#include "capabilities/identity/actor.hpp"
#include "web/visit.hpp"

#include <memory>
#include <string>

namespace poa::identity {

/// Somebody signed in, as the web sees it. Every signed-in web::Visitor of this platform is one.
class SignedInVisitor final : public web::Visitor {
  public:
    SignedInVisitor(Actor actor, std::string form_token)
        : actor_(std::move(actor)), form_token_(std::move(form_token)) {}
    [[nodiscard]] bool is_signed_in() const override { return true; }
    [[nodiscard]] std::string_view display_name() const override { return actor_.name(); }
    [[nodiscard]] std::string_view form_token() const override { return form_token_; }
    [[nodiscard]] const Actor& actor() const { return actor_; }

  private:
    Actor actor_;
    std::string form_token_;
};

/// The actor of a request; Actor::visitor() where nobody is signed in.
[[nodiscard]] const Actor& actor_of(const web::Visit& visit);

} // namespace poa::identity
