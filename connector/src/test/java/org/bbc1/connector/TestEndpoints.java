package org.bbc1.connector;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.bbc1.connector.inbound.ClientMessageListener;

/**
 * A container's endpoint factory in small: proxies on one listener, and a pool that can be
 * exhausted.
 */
final class TestEndpoints implements MessageEndpointFactory {

  final AtomicInteger refusals = new AtomicInteger();
  final AtomicInteger created = new AtomicInteger();
  final AtomicInteger released = new AtomicInteger();
  private final ClientMessageListener listener;

  TestEndpoints(ClientMessageListener listener) {
    this.listener = listener;
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new UnavailableException("Message Bean Resources exceeded");
    }
    created.incrementAndGet();
    return (MessageEndpoint)
        Proxy.newProxyInstance(
            TestEndpoints.class.getClassLoader(),
            new Class<?>[] {MessageEndpoint.class, ClientMessageListener.class},
            (proxy, method, arguments) -> invoke(method, arguments));
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("release")) {
      released.incrementAndGet();
      return null;
    }
    try {
      return method.invoke(listener, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource, long timeout)
      throws UnavailableException {
    return createEndpoint(resource);
  }

  @Override
  public boolean isDeliveryTransacted(Method method) {
    return false;
  }

  @Override
  public String getActivationName() {
    return "test";
  }

  @Override
  public Class<?> getEndpointClass() {
    return listener.getClass();
  }
}
