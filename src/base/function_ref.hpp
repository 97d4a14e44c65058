// SPDX-License-Identifier: Apache-2.0
#pragma once
// A borrowed callable: no allocation, valid only while the call it was passed to runs.

#include <memory>
#include <type_traits>
#include <utility>

namespace poa {

template <class Signature> class FunctionRef;

template <class R, class... A> class FunctionRef<R(A...)> {
  public:
    template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> && std::is_invocable_r_v<R, F&, A...>)
        FunctionRef(F&& f) // implicit: it stands in parameter lists
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(f)))),
          call_([](void* object, A... arguments) -> R {
              return (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<A>(arguments)...);
          }) {}
    R operator()(A... arguments) const { return call_(object_, std::forward<A>(arguments)...); }

  private:
    void* object_;
    R (*call_)(void*, A...);
};

} // namespace poa
