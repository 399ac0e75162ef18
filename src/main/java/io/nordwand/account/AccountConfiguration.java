package io.nordwand.account;

import io.nordwand.web.AdminEntry;
import io.nordwand.web.MenuEntry;
import io.nordwand.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** Adds the sign-in form to the security chain, and the pages of this module to the menu. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    MenuEntry adminMenu() {
        return MenuEntry.of("admin", "layout.admin", "/admin", "shield", 90, Role.ADMIN);
    }

    @Bean
    AdminEntry accountsEntry() {
        return new AdminEntry("users", "account.users.title", "/admin/users", 10);
    }

    @Bean
    Customizer<ServerHttpSecurity> addSignIn(
            SignIn signIn, SignInForm form, ServerSecurityContextRepository contexts, Accounts accounts) {
        AuthenticationWebFilter filter = new AuthenticationWebFilter(signIn);
        filter.setRequiresAuthenticationMatcher(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, SignInForm.PATH));
        filter.setServerAuthenticationConverter(form);
        filter.setAuthenticationSuccessHandler(form::welcome);
        filter.setAuthenticationFailureHandler(form::refuse);
        filter.setSecurityContextRepository(contexts);
        return http -> http.addFilterAt(filter, SecurityWebFiltersOrder.FORM_LOGIN)
                .addFilterBefore(new PasswordFirst(accounts), SecurityWebFiltersOrder.AUTHORIZATION);
    }
}
