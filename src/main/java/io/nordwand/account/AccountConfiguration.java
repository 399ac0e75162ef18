package io.nordwand.account;

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

/** Adds the sign-in form to the security chain. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    Customizer<ServerHttpSecurity> addSignIn(SignIn signIn, SignInForm form, ServerSecurityContextRepository contexts) {
        AuthenticationWebFilter filter = new AuthenticationWebFilter(signIn);
        filter.setRequiresAuthenticationMatcher(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, SignInForm.PATH));
        filter.setServerAuthenticationConverter(form);
        filter.setAuthenticationSuccessHandler(form::welcome);
        filter.setAuthenticationFailureHandler(form::refuse);
        filter.setSecurityContextRepository(contexts);
        return http -> http.addFilterAt(filter, SecurityWebFiltersOrder.FORM_LOGIN);
    }
}
